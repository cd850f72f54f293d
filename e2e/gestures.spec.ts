import { addObjects, removeObjects } from '../shared/board/commands.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, centre, drag, onPage, viewOf, type Place } from './map.ts'
import type { BoardPage } from './pages/board-page.ts'
import type { Peer } from './peer.ts'
import { Fingers } from './touch.ts'

test.use({ contextOptions: { reducedMotion: 'reduce', hasTouch: true } })

const note = (text: string, [x, y]: Place) => ({
  type: 'note',
  at: [x - 60, y - 60] as const,
  size: [120, 120] as const,
  fields: { text },
})

const places = ({ doc }: Peer) => objectsIn(doc, 'note').map(({ at }) => at)

/** What the other participant has selected, as a stock client hears of it. */
const selectedBy = ({ provider: { awareness } }: Peer): unknown =>
  [...awareness.getStates()].find(([id]) => id !== awareness.clientID)?.[1]['selection']

test('undo and other keys in the middle of a drag give up the drag at most, and no work before it', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse, keyboard } = person.page
  addObjects(peer.doc, [note('one', [100, 0])], null)
  await person.select('Note one')
  await person.deselect()
  await drag(person, [100, 0], [-100, 0], { held: ['Control'] })
  await expect.poll(() => places(peer)).toEqual([[-160, -60]])

  await mouse.move(...(await onPage(person, [-100, 0])))
  await mouse.down()
  await mouse.move(...(await onPage(person, [-100, 100])), { steps: 4 })
  for (const key of ['Delete', 'Control+d', 'n', 'ArrowDown', 'Control+v'])
    await keyboard.press(key)
  await mouse.move(...(await onPage(person, [-100, 150])), { steps: 4 })
  await keyboard.down('Control')
  await mouse.up()
  await keyboard.up('Control')
  await expect.poll(() => places(peer)).toEqual([[-160, 90]])

  await mouse.move(...(await onPage(person, [-100, 150])))
  await mouse.down()
  await mouse.move(...(await onPage(person, [50, 150])), { steps: 4 })
  await keyboard.press('Control+z')
  await mouse.move(...(await onPage(person, [150, 150])), { steps: 4 })
  await mouse.up()
  await person.map.press('ArrowRight')
  // The arrow tells that the keys are heard again, and that nothing else has happened.
  await expect.poll(() => places(peer)).toEqual([[-159, 90]])
})

test('a copy that is abandoned on its way stays away, and undo never reaches past it', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse, keyboard } = person.page
  addObjects(peer.doc, [note('', [-250, 0]), note('two', [250, 0])], null)
  await person.select('Note two')
  await person.page.mouse.dblclick(...(await onPage(person, [-250, 0])))
  await keyboard.type('precious')
  await keyboard.press('Escape')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['precious', 'two'])
  await person.deselect()

  const takeCopy = async (): Promise<void> => {
    await mouse.move(...(await onPage(person, [250, 0])))
    await keyboard.down('Alt')
    await mouse.down()
    await mouse.move(...(await onPage(person, [250, 150])), { steps: 4 })
    await keyboard.up('Alt')
    await expect.poll(() => objectsIn(peer.doc, 'note')).toHaveLength(3)
  }
  for (const keys of [['Control+z', 'Escape'], ['Escape'], ['Escape', 'Control+Shift+z']]) {
    await takeCopy()
    for (const key of keys) await keyboard.press(key)
    await mouse.up()
    await expect.poll(() => notesIn(peer.doc)).toEqual(['precious', 'two'])
    await person.isSaved()
  }
  expect(notesIn(peer.doc)).toEqual(['precious', 'two'])
})

test('no menu comes up in the middle of a drag', async ({ joinAs, peerAs }) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse } = person.page
  addObjects(peer.doc, [note('one', [0, 0]), note('two', [0, 200])], null)
  await person.select('Note two')
  await person.deselect()
  await mouse.move(...(await onPage(person, [0, 200])))
  await mouse.down()
  await mouse.move(...(await onPage(person, [200, 100])), { steps: 4 })
  await mouse.move(...(await onPage(person, [0, 0])), { steps: 4 })
  await mouse.down({ button: 'right' })
  await mouse.up({ button: 'right' })
  await person.page.keyboard.down('Control')
  await mouse.move(...(await onPage(person, [300, 100])), { steps: 4 })
  await mouse.up()
  await person.page.keyboard.up('Control')
  await expect
    .poll(() => places(peer))
    .toEqual([
      [-60, -60],
      [240, 40],
    ])
  await expect(person.page.getByRole('menu')).toHaveCount(0)
  const two = objectsIn(peer.doc, 'note').find(({ fields }) => fields['text'] === 'two')
  expect(selectedBy(peer)).toEqual([two?.id])
})

test('what was deleted under a press is not selected by its release', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse } = person.page
  const [id = ''] = addObjects(peer.doc, [note('one', [0, 0]), note('two', [300, 0])], null)
  await person.select('Note one')
  await person.deselect()
  await mouse.move(...(await onPage(person, [0, 0])))
  await mouse.down()
  await expect.poll(() => selectedBy(peer)).toEqual([id])
  removeObjects(peer.doc, [id], null)
  await expect.poll(() => selectedBy(peer)).toEqual([])
  await mouse.up()
  // What is told after the release tells that it has been heard.
  const before = viewOf(peer)
  await mouse.wheel(0, 100)
  await expect.poll(() => viewOf(peer)).not.toEqual(before)
  expect(selectedBy(peer)).toEqual([])
})

test('panning with the middle button pastes nothing of what was marked before', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse, keyboard } = person.page
  addObjects(peer.doc, [note('one', [-250, 0])], null)
  await person.editText('Note one')
  // On Linux what is marked is what the middle button pastes.
  await keyboard.press('Control+a')
  await keyboard.press('Escape')
  await person.deselect()
  for (const to of [
    [100, 250],
    [0, 200],
  ] as const) {
    await mouse.move(...(await onPage(person, [0, 200])))
    await mouse.down({ button: 'middle' })
    await mouse.move(...(await onPage(person, to)), { steps: 4 })
    await mouse.up({ button: 'middle' })
  }
  await person.tools.click({ button: 'middle', position: { x: 2, y: 2 } })
  // The map went along, so the note is found where it is now.
  await mouse.click(...(await onPage(person, [-150, 50])))
  await expect(person.map.getByText('Note one, selected')).toBeAttached()
  await person.map.press('ArrowRight')
  await expect.poll(() => places(peer)[0]).toEqual([-309, -60])
  expect(notesIn(peer.doc)).toEqual(['one'])
  // In an open text the button is the browser's.
  await person.map.press('Enter')
  const text = person.map.getByRole('textbox')
  await expect(text).toBeFocused()
  const prevented = await text.evaluate((area) =>
    ['mousedown', 'mouseup'].map(
      (type) =>
        !area.dispatchEvent(new MouseEvent(type, { button: 1, bubbles: true, cancelable: true })),
    ),
  )
  expect(prevented).toEqual([false, false])
})

/** A place so many CSS px from the map's edges: from the left and the top, or where less than nothing from the right and the bottom. */
async function fromEdge({ map }: BoardPage, [x, y]: Place): Promise<Place> {
  const box = await map.boundingBox()
  if (!box) throw new Error('the map is on screen')
  const [width, height] = [box.width, box.height]
  return [(x < 0 ? width : 0) + x - width / 2, (y < 0 ? height : 0) + y - height / 2]
}

/** Resolves when the map has moved so far along an axis. */
const moved = (peer: Peer, axis: 0 | 1, far: number): Promise<void> =>
  expect.poll(() => (viewOf(peer)[axis] ?? 0) * Math.sign(far)).toBeGreaterThan(Math.abs(far))

/** Resolves when the one note lies where it was let go, a whole unit more or less, on the map as it has stayed since. */
const liesAt = (peer: Peer, [x, y]: Place): Promise<void> =>
  expect(async () => {
    const [left = 0, top = 0] = places(peer)[0] ?? []
    const [vx = 0, vy = 0] = viewOf(peer)
    expect(Math.abs(left + 60 - vx - x)).toBeLessThan(2)
    expect(Math.abs(top + 60 - vy - y)).toBeLessThan(2)
  }).toPass()

test('the map moves on under a note that is held at its edge, by mouse and by finger', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse, keyboard } = person.page
  addObjects(peer.doc, [note('one', [0, 0])], null)
  await person.select('Note one')
  const right = await fromEdge(person, [-10, 300])
  await mouse.move(...(await onPage(person, [0, 0])))
  await mouse.down()
  await keyboard.down('Control')
  await mouse.move(...(await onPage(person, right)), { steps: 6 })
  await moved(peer, 0, 400)
  await mouse.up()
  await keyboard.up('Control')
  await expect.poll(() => places(peer)[0]?.[0]).toBeGreaterThan(right[0] + 300)
  await liesAt(peer, right)

  // Under the panel of what is selected the map is not seen.
  await person.page.keyboard.press('Escape')
  await expect(person.details).toBeHidden()
  await person.map.press('1')
  await expect
    .poll(() => Math.abs((viewOf(peer)[0] ?? 0) - (places(peer)[0]?.[0] ?? 0)))
    .toBeLessThan(120)
  const [x = 0, y = 0] = viewOf(peer)
  const [left = 0, top = 0] = places(peer)[0] ?? []
  const at: Place = [left + 60 - x, top + 60 - y]
  const fingers = await Fingers.on(person)
  const bottom = await fromEdge(person, [500, -12])
  await fingers.down(at)
  await fingers.move([at], [bottom])
  await moved(peer, 1, y + 300)
  // Given up, the note is back where it was, and the map stays where it has gone.
  await keyboard.press('Escape')
  const [stands] = places(peer)
  await fingers.up()
  await fingers.down(await fromEdge(person, [300, 300]))
  await fingers.up()
  expect(places(peer)).toEqual([stands])
  expect(stands).toEqual([left, top])
})

/** Presses at a place and holds at another until the map has moved so far along an axis. */
async function hold(
  person: BoardPage,
  peer: Peer,
  [from, to]: readonly [Place, Place],
  [axis, far]: readonly [0 | 1, number],
): Promise<void> {
  const { mouse } = person.page
  await mouse.move(...(await onPage(person, from)))
  await mouse.down()
  await mouse.move(...(await onPage(person, to)), { steps: 6 })
  await moved(peer, axis, far)
}

test('what is drawn out or drawn at the edge of the map goes beyond it', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse } = person.page
  const [x, y] = await fromEdge(person, [-8, -8])
  await person.map.press('p')
  await hold(
    person,
    peer,
    [
      [0, 0],
      [x, -100],
    ],
    [0, 500],
  )
  await mouse.up()
  await expect.poll(() => objectsIn(peer.doc, 'drawing')[0]?.size[0]).toBeGreaterThan(x + 490)

  await person.map.press('f')
  await hold(
    person,
    peer,
    [
      [0, 0],
      [100, y],
    ],
    [1, 500],
  )
  await mouse.up()
  await expect.poll(() => objectsIn(peer.doc, 'frame')[0]?.size[1]).toBeGreaterThan(y + 490)
})

test('a marquee and a connector reach what was not on screen when they were begun', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const { mouse } = person.page
  const [from] = addObjects(peer.doc, [note('here', [0, 0])], null)
  await person.select('Note here')
  await person.deselect()
  const [to] = addObjects(peer.doc, [note('far', [-1200, 0])], null)
  const [left] = await fromEdge(person, [4, 4])
  await hold(
    person,
    peer,
    [
      [120, 120],
      [left, -120],
    ],
    [0, -700],
  )
  await mouse.up()
  const bar = person.page.getByRole('toolbar', { name: 'Arrange what is selected' })
  await expect(bar).toBeVisible()
  await person.deselect()

  await centre(person, peer)
  await person.map.press('c')
  await hold(
    person,
    peer,
    [
      [0, 0],
      [left, 0],
    ],
    [0, -700],
  )
  await mouse.move(...(await onPage(person, [-300, 0])), { steps: 3 })
  await expect(async () => {
    await mouse.move(...(await onPage(person, [-1200 - (viewOf(peer)[0] ?? 0), 0])))
    await mouse.up()
    await expect
      .poll(() => objectsIn(peer.doc, 'connector')[0]?.fields, { timeout: 2000 })
      .toMatchObject({ from, to })
  }).toPass()
})
