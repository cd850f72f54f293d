import { addObjects } from '../shared/board/commands.ts'
import { objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, onPage, type Place } from './map.ts'
import { Fingers } from './touch.ts'

test.use({ contextOptions: { reducedMotion: 'reduce', hasTouch: true } })

const note = (text: string, [x, y]: Place) => ({
  type: 'note',
  at: [x - 60, y - 60] as const,
  size: [120, 120] as const,
  fields: { text },
})

test('fingers select, move, pan, zoom, open a menu and type', async ({ joinAs, peerAs }) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [note('one', [-250, 0]), note('two', [250, 0])], null)
  await person.select('Note one')
  await person.deselect()
  const fingers = await Fingers.on(person)
  const at = () => objectsIn(peer.doc, 'note').map((object) => object.at)

  await fingers.tap([250, 0])
  await expect(person.map.getByText('Note two, selected')).toBeAttached()
  await fingers.tap([0, -250])
  await expect(person.details).toBeHidden()

  await fingers.drag([-250, 0], [-250, 150])
  await expect.poll(at).toEqual([
    [-310, 90],
    [190, -60],
  ])
  await fingers.tap([0, -250])
  // One finger on the ground moves the map and nothing on it.
  await fingers.drag([0, -250], [-100, -200])
  await fingers.tap([150, 50])
  await expect(person.map.getByText('Note two, selected')).toBeAttached()
  await fingers.tap([0, -250])
  expect(at()).toEqual([
    [-310, 90],
    [190, -60],
  ])

  // The note stays under the middle of two fingers that part, and grows twice as large.
  const [near, far] = [
    [
      [100, 50],
      [200, 50],
    ],
    [
      [50, 50],
      [250, 50],
    ],
  ] as const
  await fingers.down(...near)
  await fingers.move(near, far)
  await fingers.up()
  await expect(person.page.getByRole('button', { name: /^200%/ })).toBeVisible()
  await fingers.tap([150, 150])
  await expect(person.map.getByText('Note two, selected')).toBeAttached()

  await fingers.down([150, 50])
  await expect(person.page.getByRole('menu')).toBeVisible()
  await fingers.up()
  await expect(person.page.getByRole('menu')).toBeVisible()
  await person.page.getByRole('menuitem', { name: 'Copy a link to this' }).tap()
  await expect(person.page.getByRole('menu')).toBeHidden()

  await fingers.tap([150, 50])
  await fingers.tap([150, 50])
  await expect(person.map.getByRole('textbox')).toBeFocused()
  await person.page.keyboard.type('three')
  await person.page.keyboard.press('Escape')
  await expect
    .poll(() => objectsIn(peer.doc, 'note').map(({ fields }) => fields['text']))
    .toEqual(['one', 'three'])
})

test('a pen draws with its pressure and erases with its far end, whatever hand rests beside it', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const fingers = await Fingers.on(person)
  const cdp = await person.page.context().newCDPSession(person.page)
  const pen = async (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    place: Place,
    force = 0,
  ): Promise<void> => {
    const [x, y] = await onPage(person, place)
    const button = type === 'mouseMoved' && force === 0 ? 'none' : 'left'
    const buttons = force > 0 ? 1 : 0
    await cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button,
      buttons,
      force,
      pointerType: 'pen',
      clickCount: 1,
    })
  }
  await person.map.press('p')
  await pen('mousePressed', [-200, 0], 0.2)
  // A palm with two points of contact comes down while the pen draws.
  await fingers.down([100, 200], [140, 220])
  for (let x = -180; x <= 200; x += 20) await pen('mouseMoved', [x, 0], 0.9 - (x / 250) ** 2)
  await pen('mouseReleased', [200, 0])
  await fingers.up()
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toHaveLength(1)
  const [stroke] = objectsIn(peer.doc, 'drawing')
  const pressures = String(stroke?.fields['points'])
    .match(/.{5}/g)
    ?.map((point) => point[4])
  expect(new Set(pressures).size).toBeGreaterThan(3)

  // From now on a finger moves the map.
  await fingers.drag([0, 200], [0, 260])
  expect(objectsIn(peer.doc, 'drawing')).toHaveLength(1)
  await fingers.drag([0, 260], [0, 200])

  // No browser lets a test hold a pen by its far end, so the event is made here.
  await person.map.evaluate((map) => {
    const { left, top, width, height } = map.getBoundingClientRect()
    const wipe = (type: string, dy: number, button: number) =>
      map.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 77,
          pointerType: 'pen',
          button,
          buttons: 32,
          clientX: left + width / 2,
          clientY: top + height / 2 + dy,
          bubbles: true,
          cancelable: true,
        }),
      )
    map.setPointerCapture = () => undefined
    wipe('pointerdown', -60, 5)
    wipe('pointermove', 60, -1)
    wipe('pointerup', 60, 5)
  })
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toEqual([])
})
