import { objectsIn } from './document.ts'
import { expect } from './fixtures.ts'
import type { BoardPage } from './pages/board-page.ts'
import type { Peer } from './peer.ts'

/** A place on the map in CSS px from its middle. */
export type Place = readonly [x: number, y: number]

/** The place on the page of a place on the map. */
export async function onPage({ map }: BoardPage, [x, y]: Place): Promise<[number, number]> {
  const box = await map.boundingBox()
  if (!box) throw new Error('the map is on screen')
  return [box.x + box.width / 2 + x, box.y + box.height / 2 + y]
}

/** Drags on the map with the mouse, `by` way of other places (else straight); `held` keys are down meanwhile. */
export async function drag(
  person: BoardPage,
  from: Place,
  to: Place,
  { by, held = [] }: { by?: readonly Place[]; held?: readonly string[] } = {},
): Promise<void> {
  const { mouse, keyboard } = person.page
  const between = by ?? [[(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const]
  await mouse.move(...(await onPage(person, from)))
  for (const key of held) await keyboard.down(key)
  await mouse.down()
  for (const place of [...between, to]) {
    await mouse.move(...(await onPage(person, place)), { steps: 4 })
  }
  await mouse.up()
  for (const key of held) await keyboard.up(key)
}

/** What the other participant sees, as a stock client hears of it: the world point in the middle, and the zoom. */
export function viewOf({ provider }: Peer): readonly number[] {
  const { awareness } = provider
  for (const [id, state] of awareness.getStates()) {
    const view: unknown = id === awareness.clientID ? undefined : state['view']
    if (Array.isArray(view)) return view.map(Number)
  }
  return []
}

/** Brings the world's origin to the middle of the map, at 100 %. */
export async function centre(person: BoardPage, peer: Peer): Promise<void> {
  const { mouse } = person.page
  // Beside what an empty board offers in its middle.
  await mouse.move(...(await onPage(person, [-500, 300])))
  // A flight that is still under way, or a view that is told late, takes another go.
  await expect(async () => {
    const [x = 0, y = 0] = viewOf(peer)
    await mouse.wheel(-x, -y)
    await expect
      .poll(() => viewOf(peer).map((n) => Math.abs(Math.round(n))), { timeout: 1000 })
      .toEqual([0, 0, 1])
  }).toPass({ timeout: 30_000 })
}

/** A person on an empty board whose map stands at 100 %, its origin in the middle, and somebody who reads the document. */
export async function alone(
  joinAs: (role: 'facilitator', name: string, organisation?: string) => Promise<BoardPage>,
  peerAs: (role: 'facilitator', name: string, organisation?: string) => Promise<Peer>,
): Promise<{ person: BoardPage; peer: Peer }> {
  const peer = await peerAs('facilitator', 'Helper', 'Northbank Council')
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  // Keys work once the tools have come, just behind the map.
  await expect(person.tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  await person.map.focus()
  await person.map.press('Control+a')
  await person.map.press('Delete')
  await expect.poll(() => objectsIn(peer.doc)).toEqual([])
  await person.map.press('0')
  await centre(person, peer)
  return { person, peer }
}
