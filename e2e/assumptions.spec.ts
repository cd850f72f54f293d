import { createBoard } from './board.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'

const LONG =
  'The council never answers before it has asked three committees, and then the answer is that somebody else must decide'

test('assumptions are written without a name on a phone, weighed by all, and say what came of it', async ({
  server,
  joinAs,
  newPerson,
  peerAs,
  expectAccessible,
}) => {
  const board = await createBoard(server, { template: 'together-or-alone' })
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council', board)
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust', board)
  const peer = await peerAs('observer', 'Olwen Pugh', undefined, board)
  const cards = () => objectsIn(peer.doc, 'assumption').map(({ fields }) => fields)
  const phone = await newPerson()
  await phone.setViewportSize({ width: 390, height: 844 })
  await new JoinPage(phone).open(board.links.partner)
  await new JoinPage(phone).join('Dai Evans', 'Riverside NHS Trust')
  const nameless = phone.getByRole('button', { name: 'Add an assumption without my name' })
  await expect(phone.getByRole('heading', { name: 'No stage is chosen yet' })).toBeVisible()
  await expect(nameless).toHaveCount(0)

  const { page } = facilitator
  await page.getByRole('button', { name: 'Next stage' }).click()
  await nameless.click()
  const dialog = phone.getByRole('dialog', { name: 'Add an assumption without my name' })
  const said = dialog.getByRole('textbox')
  for (const text of [LONG, 'Charities are cheap', 'The NHS owns it all']) {
    await said.fill(text)
    await dialog.getByRole('button', { name: 'Add it' }).click()
    await expect(said).toHaveValue('')
    await expect(said).toBeFocused()
    if (text === LONG) await expect(dialog.getByRole('status')).toHaveText(/^Kept. 1 card waits/)
  }
  await expect(dialog.getByRole('status')).toHaveText(/The cards are on the board/)
  await expectAccessible(phone)
  await phone.keyboard.press('Escape')
  await expectAccessible(phone)
  // What keeps a card from being taken is told where it is written.
  const run = async (item: RegExp): Promise<void> => {
    await page.getByRole('button', { name: 'Run the session' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await nameless.click()
  await said.fill('They ask last')
  await run(/^Pause editing/)
  await dialog.getByRole('button', { name: 'Add it' }).click()
  const why = dialog.getByText('This board can’t be edited at the moment.')
  await expect(why).toBeVisible()
  await expect(said).toHaveValue('They ask last')
  await expectAccessible(phone)
  await phone.keyboard.press('Escape')
  await run(/^Let everyone edit/)
  // The outline has the same.
  await phone.getByRole('button', { name: 'Outline', exact: true }).click()
  await phone.getByRole('button', { name: 'Add…' }).click()
  await phone.getByRole('menuitem', { name: 'Add an assumption without my name' }).click()
  await expect(dialog).toBeVisible()
  await phone.keyboard.press('Escape')
  await phone.getByRole('button', { name: 'Now', exact: true }).click()

  await page.getByRole('button', { name: 'Ask everyone' }).click()
  await page.getByRole('radio', { name: 'True or false' }).press('Space')
  await expect(page.getByText('About the 3 assumptions that are not weighed yet')).toBeVisible()
  await page.getByRole('button', { name: 'Put the question' }).click()
  for (const [person, other] of [
    [page, 'True'],
    [partner.page, 'Partly'],
    [phone, 'False'],
  ] as const) {
    const question = person.getByRole('region', { name: 'Question to everyone' })
    const answers = { [LONG]: 'True', 'Charities are cheap': 'False', 'The NHS owns it all': other }
    for (const [statement, answer] of Object.entries(answers)) {
      await question
        .getByRole('group', { name: statement, exact: true })
        .getByRole('radio', { name: answer, exact: true })
        .press('Space')
    }
    await question.getByRole('button', { name: 'Give your answer' }).click()
    await expect(question.getByText('Your answer is in.').first()).toBeVisible()
  }
  await page.getByRole('button', { name: 'Close the question' }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  const results = page.getByRole('dialog', { name: 'Is it true?' })
  await expect(results).toContainText(LONG)
  const theirs = partner.page.getByRole('dialog', { name: 'Is it true?' })
  await expect(theirs).toContainText('3 true · 0 partly · 0 false')
  await expect(theirs.getByRole('button', { name: 'Write it on the cards' })).toHaveCount(0)
  // Who has closed them finds them again.
  await partner.page.keyboard.press('Escape')
  await expect(theirs).toBeHidden()
  await partner.choose('More', 'Results of questions')
  await expect(partner.page.getByRole('dialog', { name: 'Results' })).toContainText(LONG)
  await results.getByRole('button', { name: 'Write it on the cards' }).click()
  await expect(results.getByText('The cards say so now.')).toBeVisible()
  await expectAccessible(page)
  await expect
    .poll(() => Object.fromEntries(cards().map((card) => [card['title'], card['verdict']])))
    .toEqual({ [LONG]: 'true', 'Charities are cheap': 'false', 'The NHS owns it all': 'split' })
  await page.keyboard.press('Escape')
  await new BoardPage(page).isSaved()
})
