import { rootsOf } from '../shared/board/layout.ts'
import { addObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, onPage } from './map.ts'

test('a sentence goes on after its note was deleted: it works nothing on the map, and comes back whole', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { page, map } = person
  const [id = ''] = addObjects(peer.doc, [{ type: 'note', at: [-60, -60] }], null)
  await page.mouse.dblclick(...(await onPage(person, [0, 0])))
  const typed = map.getByRole('textbox')
  await expect(typed).toBeFocused()
  await page.keyboard.type('We need ')
  await expect.poll(() => objectsIn(peer.doc)[0]?.fields['text']).toBe('We need ')

  rootsOf(peer.doc).objects.delete(id)
  const message = page.getByRole('status').filter({ hasText: 'Note We need was deleted' })
  await expect(message).toBeVisible()
  await expect(typed).toBeHidden()
  await expect(map).toBeFocused()
  await page.keyboard.type('now\nso')
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  expect(objectsIn(peer.doc)).toEqual([])

  await message.getByRole('button', { name: 'Put it back' }).click()
  await expect
    .poll(() => objectsIn(peer.doc))
    .toMatchObject([{ id, type: 'note', at: [-60, -60], fields: { text: 'We need now\nso' } }])
  await map.focus()
  await map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc)).toEqual([])
})
