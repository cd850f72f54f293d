import { addObjects } from '../shared/board/commands.ts'
import type { NewObject } from '../shared/board/commands.ts'
import { turned } from '../shared/geometry.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, drag, onPage, type Place } from './map.ts'
import type { Peer } from './peer.ts'
import { Fingers } from './touch.ts'

test.use({ contextOptions: { reducedMotion: 'reduce', hasTouch: true } })

const shape = (text: string, x: number, fields: Record<string, unknown> = {}): NewObject => ({
  type: 'shape',
  at: [x - 100, -50],
  size: [200, 100],
  fields: { text, ...fields },
})

const turns = ({ doc }: Peer): unknown[] =>
  objectsIn(doc, 'shape').map(({ fields }) => fields['turn'])

test('one object turns by mouse, finger, keys and number, each as one step of undo', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [shape('plank', 0)], null)
  await person.select('Shape plank')
  // The handle floats below its lower edge.
  await drag(person, [0, 80], [-80, 0])
  await expect.poll(() => turns(peer)).toEqual([90])
  expect(objectsIn(peer.doc, 'shape')[0]?.at).toEqual([-100, -50])

  // It stands upright now: it is hit where it is seen, its handles are at its own edges.
  await person.deselect()
  await person.page.mouse.click(...(await onPage(person, [-80, 0])))
  await expect(person.map.getByText('Shape plank, selected')).not.toBeAttached()
  await person.page.mouse.click(...(await onPage(person, [0, 80])))
  await expect(person.map.getByText('Shape plank, selected')).toBeAttached()
  await drag(person, [0, 100], [0, 160])
  await expect
    .poll(() => objectsIn(peer.doc, 'shape').map(({ at, size }) => ({ at, size })))
    .toEqual([{ at: [-130, -20], size: [260, 100] }])
  await person.map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc, 'shape')[0]?.size).toEqual([200, 100])
  await person.map.press('Control+z')
  await expect.poll(() => turns(peer)).toEqual([undefined])

  await drag(person, [0, 80], [-40, 80], { held: ['Shift'] })
  await expect.poll(() => turns(peer)).toEqual([30])
  await person.map.press('Control+Shift+ArrowRight')
  await expect.poll(() => turns(peer)).toEqual([45])
  const said = person.page.getByRole('status').filter({ hasText: /turned/i })
  await expect(said).toHaveText('Turned to 45°')
  await person.map.press('Control+Shift+ArrowLeft')
  await person.map.press('Control+Shift+ArrowLeft')
  await person.map.press('Control+Shift+ArrowLeft')
  await expect.poll(() => turns(peer)).toEqual([undefined])

  const fingers = await Fingers.on(person)
  await fingers.drag([0, 80], [80, 0])
  await expect.poll(() => turns(peer)).toEqual([270])

  await person.details.getByText('Size and place').click()
  const angle = person.details.getByRole('spinbutton', { name: 'Angle' })
  await expect(angle).toHaveValue('270')
  await angle.fill('-15')
  await angle.press('Enter')
  await expect.poll(() => turns(peer)).toEqual([345])
  await expect(angle).toHaveValue('345')
})

test('what is turned snaps along its own edges while it is resized', async ({ joinAs, peerAs }) => {
  const { person, peer } = await alone(joinAs, peerAs)
  // Along the edges of the first, the right side of the second stands at 160.
  const beside = turned([60, 200], { angle: 30, about: [0, 0] })
  const second = shape('beside', 0, { turn: 30 })
  addObjects(
    peer.doc,
    [shape('plank', 0, { turn: 30 }), { ...second, at: [beside[0] - 100, beside[1] - 50] }],
    null,
  )
  const along = (x: number): Place => turned([x, 0], { angle: 30, about: [0, 0] })
  const width = () =>
    objectsIn(peer.doc, 'shape').find(({ fields }) => String(fields['text']) === 'plank')?.size[0]
  await person.select('Shape plank')
  await drag(person, along(100), along(156))
  await expect.poll(width).toBe(260)
  await person.map.press('Control+z')
  await expect.poll(width).toBe(200)
  await drag(person, along(100), along(156), { held: ['Control'] })
  await expect.poll(width).toBe(256)
})

test('several turn about their middle, seen by others on the way; what is locked stays', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [shape('left', -200), shape('right', 200)], null)
  await person.select('Shape left')
  await person.map.press('Control+a')
  const seen = new Set<number>()
  peer.provider.awareness.on('change', () => {
    for (const state of peer.provider.awareness.getStates().values()) {
      const preview = (state['preview'] ?? {}) as Record<string, number[]>
      for (const [, , , , turn] of Object.values(preview)) if (turn !== undefined) seen.add(turn)
    }
  })
  // The box around both ends at 50, the one drawn around it 8 px further off.
  await drag(person, [0, 88], [-88, 0])
  await expect.poll(() => turns(peer)).toEqual([90, 90])
  expect(objectsIn(peer.doc, 'shape').map(({ at }) => at)).toEqual([
    [-100, -250],
    [-100, 150],
  ])
  expect(seen.size).toBeGreaterThan(1)
  await person.map.press('Control+z')
  await expect.poll(() => turns(peer)).toEqual([undefined, undefined])
  await person.map.press('Control+z')
  await person.map.press('Control+Shift+l')
  await expect(person.page.getByText('Locked: 2 stay as they are')).toBeVisible()
  await drag(person, [0, 88], [-88, 0])
  await person.map.press('Control+Shift+ArrowRight')
  // What was done before is there when this is.
  await person.place('Note', [300, 600], 'afterwards')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['afterwards'])
  expect(turns(peer)).toEqual([undefined, undefined])
})

test('what is turned by a hostile program is shown, and words in it are typed where they stand', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(
    peer.doc,
    [
      shape('far round', -300, { turn: 1e300 }),
      shape('no angle', 0, { turn: 'a lot' }),
      shape('upside down', 300, { turn: 180 }),
    ],
    null,
  )
  await person.select('Shape upside down')
  await person.map.press('Enter')
  const area = person.map.getByRole('textbox')
  await expect(area).toBeFocused()
  const style = await area.evaluate((element) => getComputedStyle(element).transform)
  expect(style).toMatch(/^matrix\(-1, /)
  await person.page.keyboard.type('the right way up')
  await person.page.keyboard.press('Escape')
  await expect
    .poll(() => objectsIn(peer.doc, 'shape').map(({ fields }) => fields['text']))
    .toEqual(['far round', 'no angle', 'the right way up'])
})
