import { addObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, centre, onPage, type Place } from './map.ts'

test('a double click opens the text of a note wherever on the map it lies', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { width, height } = (await person.map.boundingBox())!
  const [right, bottom] = [width / 2, height / 2]
  // Under the panel's head and its colours, and where the map would move to make room.
  const places: Place[] = [
    [right - 110, 34 - bottom],
    [right - 200, -40],
    [right - 280, 120],
    [0, bottom - 30],
    [-450, 45 - bottom],
  ]
  addObjects(
    peer.doc,
    places.map(([x, y], i) => ({
      type: 'note',
      at: [x - 60, y - 60] as const,
      size: [120, 120] as const,
      fields: { text: `note ${i}` },
    })),
    null,
  )
  const before = objectsIn(peer.doc, 'note').map(({ fields }) => fields)
  const text = person.map.getByRole('textbox')
  for (const [i, place] of places.entries()) {
    for (const delay of [30, 75, 140]) {
      await person.page.mouse.dblclick(...(await onPage(person, place)), { delay })
      await expect(text, `note ${i}, pressed again after ${2 * delay} ms`).toBeFocused()
      await expect(text).toHaveValue(`note ${i}`)
      await expect(person.details).toBeVisible()
      await text.press('Escape')
      await person.deselect()
      await centre(person, peer)
    }
  }
  expect(objectsIn(peer.doc, 'note').map(({ fields }) => fields)).toEqual(before)
})
