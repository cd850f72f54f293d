import { addObjects } from '../shared/board/commands.ts'
import { addComment } from '../shared/board/comments.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'

test('what others change is told in few words, one’s own changes never, and it can be quietened', async ({
  joinAs,
  peerAs,
}) => {
  const person = await joinAs('partner', 'Amara Okafor', 'Northbank Council')
  const { page } = person
  const peer = await peerAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  // What the stock client says first of itself nobody takes in; what it says next has its name.
  peer.provider.awareness.setLocalStateField('cursor', [0, 0])
  const said = page.locator('[data-spoken]')
  await expect(page.getByRole('button', { name: '2 people on the board' })).toBeVisible()

  // One's own note beside three of another: only those are told, in one sentence.
  await person.place('Note', [300, 300], 'mine')
  const note = (text: string, x: number) =>
    ({ type: 'note', at: [x, 500], fields: { text } }) as const
  addObjects(peer.doc, [note('a', 0), note('b', 200)], null)
  addObjects(peer.doc, [note('c', 400)], null)
  await expect(said).toHaveText('Rhys Morgan added 3 notes')
  const [first] = objectsIn(peer.doc, 'note').filter(({ fields }) => String(fields['text']) === 'a')
  const comment = {
    object: first!.id,
    text: 'Why?',
    by: 'rhys',
    name: 'Rhys Morgan',
    at: '2026-03-02T10:00:00Z',
  }
  addComment(peer.doc, comment, null)
  await expect(said).toHaveText('Rhys Morgan commented on Note a')

  // Quiet, here and after a reload.
  await person.choose('More', 'Keyboard shortcuts')
  await page.getByRole('checkbox', { name: /^Say what others change/ }).press('Space')
  await page.keyboard.press('Escape')
  await expect(said).toBeEmpty()
  await page.reload()
  await person.isReady()
  await person.choose('More', 'Keyboard shortcuts')
  const choice = page.getByRole('checkbox', { name: /^Say what others change/ })
  await expect(choice).not.toBeChecked()
  addObjects(peer.doc, [note('unheard', 600)], null)
  await page.keyboard.press('Escape')
  await person.select('Note unheard')
  await expect(said).toBeEmpty()
})
