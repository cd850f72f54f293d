import { addObjects } from '../shared/board/commands.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { alone, drag, onPage } from './map.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'

test('the pen draws strokes that are one plain value each, and stays in hand', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  await person.map.press('p')
  await drag(person, [-200, 0], [0, 60])
  await drag(person, [0, 60], [200, 0])
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toHaveLength(2)
  for (const { fields } of objectsIn(peer.doc, 'drawing'))
    expect(fields['points']).toMatch(/^([\w-]{5}){2,}$/)
  await person.map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toHaveLength(1)
})

test('a stroke is seen by others while it is drawn, and stays where it was', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const inks = (): unknown[] =>
    [...peer.provider.awareness.getStates().values()].flatMap(({ ink }) => ink ?? [])
  await person.map.press('p')
  const { mouse } = person.page
  await mouse.move(...(await onPage(person, [-200, 0])))
  await mouse.down()
  await mouse.move(...(await onPage(person, [0, 100])), { steps: 20 })
  // Another place a moment later: a stroke is told no more often than it can be seen.
  await expect(async () => {
    await mouse.move(...(await onPage(person, [200, 100 + 20 * Math.random()])), { steps: 3 })
    expect(inks()).toMatchObject([{ points: expect.stringMatching(/^([\w-]{5}){2,}$/) }])
  }).toPass()
  expect(objectsIn(peer.doc, 'drawing')).toEqual([])
  await mouse.up()
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toHaveLength(1)
  await expect.poll(inks).toEqual([])
})

test('what is typed before the tools have come is not lost', async ({
  newPerson,
  peerAs,
  board,
}) => {
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const page = await newPerson()
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(/workbench.*\.js$/, async (route) => {
    await opened
    await route.continue()
  })
  const join = new JoinPage(page)
  await join.open(board.links.facilitator)
  await join.join('Amara Okafor', 'Northbank Council')
  const person = new BoardPage(page)
  await person.isReady()
  for (const key of ['n', 'Enter', 'B', 'e', 'd', 's', 'Escape']) await page.keyboard.press(key)
  open()
  await expect.poll(() => notesIn(peer.doc)).toEqual(['Beds'])
})

test('the eraser wipes strokes away and nothing else, in one step of undo', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  addObjects(peer.doc, [{ type: 'note', at: [-60, -60], size: [120, 120] }], null)
  await person.select('Note, empty')
  await person.deselect()
  await person.map.press('p')
  await drag(person, [-200, -150], [-200, 150])
  await drag(person, [200, -150], [200, 150])
  await drag(person, [-300, 200], [300, 200])
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toHaveLength(3)
  await person.map.press('x')
  await drag(person, [-300, 0], [300, 0])
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toHaveLength(1)
  expect(objectsIn(peer.doc, 'note')).toHaveLength(1)
  await person.map.press('Control+z')
  await expect.poll(() => objectsIn(peer.doc, 'drawing')).toHaveLength(3)
})

test('a loop selects what it goes around, by its tool and with Alt on the ground', async ({
  joinAs,
  peerAs,
}) => {
  const { person, peer } = await alone(joinAs, peerAs)
  const spots = [
    [-300, -100],
    [-300, 100],
    [0, 0],
    [300, 0],
  ] as const
  addObjects(
    peer.doc,
    spots.map(([x, y], i) => ({
      type: 'note',
      at: [x - 40, y - 40] as const,
      size: [80, 80] as const,
      fields: { text: `note ${i}` },
    })),
    null,
  )
  await person.select('Note note 0')
  await person.deselect()
  await person.map.press('l')
  const left = [
    [-200, -200],
    [-200, 200],
  ] as const
  await drag(person, [-400, -200], [-400, 200], { by: left })
  await expect(person.map.getByText('2 objects selected')).toBeAttached()
  await person.deselect()
  const right = [
    [400, -100],
    [400, 100],
  ] as const
  await drag(person, [-100, -100], [-100, 100], { by: right, held: ['Alt'] })
  await expect(person.map.getByText('2 objects selected')).toBeAttached()
  expect(objectsIn(peer.doc, 'note')).toHaveLength(4)
})
