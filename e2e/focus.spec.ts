import { addComment } from '../shared/board/comments.ts'
import { addObjects } from '../shared/board/commands.ts'
import { expect, test } from './fixtures.ts'
import { askScale, questionOn } from './questions.ts'

test('a double click that closes a question does not reveal it too', async ({ joinAs }) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  await askScale(fay.page)
  const question = questionOn(fay.page)
  const box = await question.getByRole('button', { name: 'Close the question' }).boundingBox()
  const at = [box!.x + 20, box!.y + box!.height / 2] as const
  await fay.page.mouse.click(...at)
  await expect(question.getByText('The question is closed.')).toBeVisible()
  await fay.page.mouse.click(...at, { clickCount: 2 })
  await question.getByRole('button', { name: 'Open again' }).click()
  await expect(question.getByRole('button', { name: 'Close the question' })).toBeVisible()
})

test('the keyboard stays where it is when what it was on gives way to something else', async ({
  joinAs,
  peerAs,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const { page } = fay
  const start = page.getByRole('button', { name: 'Start a timer' })
  await start.press('Enter')
  await page
    .getByRole('dialog', { name: 'Timer' })
    .getByRole('button', { name: 'Start' })
    .press('Enter')
  await expect(page.getByRole('button', { name: 'Pause the timer' })).toBeFocused()
  await page.getByRole('button', { name: 'Stop the timer' }).press('Enter')
  await expect(start).toBeFocused()

  await askScale(page)
  const question = questionOn(page)
  await question.getByRole('radio', { name: '3' }).press('Space')
  await question.getByRole('button', { name: 'Give your answer' }).press('Enter')
  await expect(question.getByRole('button', { name: 'Take it back' })).toBeFocused()
  await question.getByRole('button', { name: 'Discard…' }).press('Enter')
  await expect(question.getByRole('button', { name: 'Discard the question' })).toBeFocused()
  await question.getByRole('button', { name: 'Keep it' }).press('Enter')
  await expect(question.getByRole('button', { name: 'Close the question' })).toBeFocused()
  await question.getByRole('button', { name: 'Discard…' }).press('Enter')
  await question.getByRole('button', { name: 'Discard the question' }).press('Enter')
  await expect(question).toHaveCount(0)
  await expect(fay.map).toBeFocused()

  const peer = await peerAs('partner', 'Ben', 'Northbank Council')
  addObjects(peer.doc, [{ id: 'n', type: 'note', at: [0, 0], fields: { text: 'beds' } }], null)
  const said = { object: 'n', by: 'x', name: 'Ben', at: '2026-03-02T10:00:00.000Z' }
  addComment(peer.doc, { ...said, text: 'Whose are they?' }, null)
  await fay.select('Note beds')
  await fay.map.press('Control+Shift+m')
  const comments = page.getByRole('region', { name: 'Comments' })
  await comments.getByRole('button', { name: 'Resolve' }).press('Enter')
  await expect(comments.getByRole('article')).toHaveCount(0)
  await expect(comments).toBeFocused()
})

test('what is typed into a dialog is not lost to a press beside it', async ({ joinAs }) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const { page } = fay
  const dialog = page.getByRole('dialog', { name: 'Ask everyone' })
  await page.getByRole('button', { name: 'Ask everyone' }).click()
  const question = dialog.getByRole('textbox', { name: 'The question' })
  await expect(question).toBeVisible()
  await page.mouse.click(20, 500)
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Ask everyone' }).click()
  await question.fill('Can we still be friends?')
  await page.mouse.click(20, 500)
  await expect(question).toHaveValue('Can we still be friends?')
  await question.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('in the details too the keyboard stays beside what goes', async ({ joinAs, peerAs }) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const peer = await peerAs('partner', 'Ben', 'Northbank Council')
  const { organisation } = peer
  addObjects(
    peer.doc,
    [
      { type: 'decision', at: [0, 200], fields: { title: 'Share beds', by: [organisation] } },
      { type: 'risk', at: [300, 200], fields: { title: 'A hard frost', severity: 2 } },
    ],
    null,
  )
  await fay.select('Decision Share beds')
  await fay.details.getByRole('button', { name: 'Take Northbank Council off' }).press('Enter')
  await expect(fay.details.getByText('None yet')).toBeVisible()
  await expect(fay.details.locator('ul:focus')).toHaveCount(1)
  await fay.select('Risk A hard frost')
  await fay.details.getByRole('button', { name: 'Clear' }).press('Enter')
  await expect(fay.details.getByRole('button', { name: 'Clear' })).toHaveCount(0)
  await expect(fay.details.locator('input:focus')).toHaveCount(1)
})
