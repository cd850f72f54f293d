import { addObjects } from '../shared/board/commands.ts'
import { notesIn } from './document.ts'
import { expect, test } from './fixtures.ts'

test('half a comment is there again after a pause, after its panel was closed and after a reload', async ({
  joinAs,
  peerAs,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  const peer = await peerAs('partner', 'Ben', 'Northbank Council')
  addObjects(
    peer.doc,
    [
      { type: 'note', at: [0, 0], fields: { text: 'beds' } },
      { type: 'note', at: [300, 0], fields: { text: 'lunch' } },
    ],
    null,
  )
  const nia = await joinAs('partner', 'Nia', 'Riverside NHS Trust')
  const field = nia.page.getByRole('textbox', { name: 'Write a comment' })
  await nia.select('Note beds')
  await nia.map.press('Control+Shift+m')
  await field.pressSequentially('Who counts')

  const run = async (name: string): Promise<void> => {
    await fay.page.getByRole('button', { name: 'Run the session' }).click()
    await fay.page.getByRole('menuitem', { name }).click()
  }
  await run('Pause editing for everyone')
  await expect(field).toHaveCount(0)
  await run('Let everyone edit again')
  await expect(field).toHaveValue('Who counts')

  await field.press('Escape')
  await nia.select('Note lunch')
  await nia.map.press('Control+Shift+m')
  await expect(field).toHaveValue('')
  await field.press('Escape')
  await nia.page.reload()
  await nia.select('Note beds')
  await nia.map.press('Control+Shift+m')
  await expect(field).toHaveValue('Who counts')
  await field.press('End')
  await field.pressSequentially(' them?')
  await field.press('Control+Enter')
  await expect(nia.page.getByRole('article')).toContainText('Who counts them?')
  await field.press('Escape')
  await nia.map.press('Control+Shift+m')
  await expect(field).toHaveValue('')
})

test('what is typed into the paper is kept when the dialog is closed by its key', async ({
  joinAs,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Northbank Council')
  await fay.choose('Export', 'Board paper…')
  const author = fay.page.getByRole('textbox', { name: /author/i })
  await author.fill('Fay Okonkwo')
  await author.press('Escape')
  await expect(author).toHaveCount(0)
  await fay.choose('Export', 'Board paper…')
  await expect(author).toHaveValue('Fay Okonkwo')
})

test('half a note on a phone is there again after a look at the map', async ({
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('facilitator', 'Fay', 'Northbank Council')
  const nia = await joinAs('partner', 'Nia', 'Riverside NHS Trust')
  const { page } = nia
  await page.setViewportSize({ width: 390, height: 844 })
  const note = page.getByRole('textbox', { name: 'Add a note' })
  const tabs = page.getByRole('navigation', { name: 'Views' })
  await tabs.getByRole('button', { name: 'Now' }).click()
  await note.fill('Who rings the family?')
  await tabs.getByRole('button', { name: 'Map' }).click()
  await expect(note).toHaveCount(0)
  await tabs.getByRole('button', { name: 'Now' }).click()
  await expect(note).toHaveValue('Who rings the family?')
  await page.getByRole('button', { name: 'Put it on the map' }).click()
  await expect.poll(() => notesIn(peer.doc)).toEqual(['Who rings the family?'])
  await expect(note).toHaveValue('')
})
