import { addObjects, placeObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { centre, onPage } from './map.ts'

test('what was added twice for one body is made one, with its ties and its people', async ({
  joinAs,
  peerAs,
  expectAccessible,
}) => {
  const fay = await joinAs('facilitator', 'Fay', 'Riverside NHS Trust')
  const peer = await peerAs('partner', 'Ben', 'Northbank Council')
  const nia = await joinAs('partner', 'Nia', 'NBC')
  const organisations = () => objectsIn(peer.doc, 'organisation')
  const idOf = (name: string): string =>
    organisations().find(({ fields }) => fields['name'] === name)!.id
  await expect.poll(() => organisations().length).toBe(3)
  const [council, nbc, nhs] = ['Northbank Council', 'NBC', 'Riverside NHS Trust'].map(idOf)
  placeObjects(
    peer.doc,
    [
      { id: council!, at: [-320, -60] },
      { id: nbc!, at: [-320, 80] },
      { id: nhs!, at: [120, 0] },
    ],
    null,
  )
  addObjects(
    peer.doc,
    [
      { type: 'relationship', at: [0, 0], fields: { from: council, to: nhs } },
      {
        type: 'relationship',
        at: [0, 0],
        fields: { from: nhs, to: nbc, ends: { to: { leaning: 2 } } },
      },
      { type: 'objective', at: [-100, 240], fields: { title: 'Home for lunch', owner: nbc } },
    ],
    null,
  )
  await nia.select('Organisation NBC')
  await expect(nia.details.getByText('Pressure gauge, private')).toBeVisible()

  await centre(fay, peer)
  await fay.page.mouse.click(...(await onPage(fay, [-200, -20])))
  await fay.page.keyboard.down('Shift')
  await fay.page.mouse.click(...(await onPage(fay, [-200, 120])))
  await fay.page.keyboard.up('Shift')
  await fay.page.getByRole('button', { name: 'Make them one…' }).click()
  const dialog = fay.page.getByRole('dialog', { name: 'Make them one' })
  await expect(dialog.getByRole('radio', { name: 'NBC One tie' })).toBeVisible()
  await dialog.getByRole('radio', { name: 'Northbank Council' }).press('Space')
  await expect(dialog.getByRole('status').filter({ hasText: 'Nia will speak' })).toBeVisible()
  await expectAccessible(fay.page)
  await dialog.getByRole('button', { name: 'Make them one' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(fay.page.getByText('They are one now: Northbank Council').first()).toBeVisible()

  await expect.poll(() => organisations().length).toBe(2)
  expect(organisations().map(({ id }) => id)).toEqual(expect.arrayContaining([council, nhs]))
  const [objective] = objectsIn(peer.doc, 'objective')
  expect(objective?.fields['owner']).toBe(council)
  const ties = objectsIn(peer.doc, 'relationship').map(({ fields }) => fields)
  expect(ties).toMatchObject([{ from: council, to: nhs, ends: { from: { leaning: 2 } } }])
  await expect(nia.page.getByText(/^You speak for Northbank Council now/).first()).toBeVisible()
  await nia.select('Organisation Northbank Council')
  await expect(nia.details.getByText('Pressure gauge, private')).toBeVisible()

  await fay.map.press('Control+z')
  await expect.poll(() => organisations().length).toBe(3)
  expect(objectsIn(peer.doc, 'relationship')).toHaveLength(2)
})
