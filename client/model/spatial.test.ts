import { expect, test } from 'vitest'
import { contains, intersects, type Box } from '../../shared/geometry.ts'
import { Spatial } from './spatial.ts'

/** Repeatable numbers below 1 (a Lehmer generator). */
function random(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

test('finds what a look at every box would find, through bulk loads, moves and removals', () => {
  const next = random(11)
  const box = (): Box => ({
    x: next() * 5000,
    y: next() * 5000,
    width: next() * 300,
    height: next() * 300,
  })
  const boxes = new Map<string, Box>()
  const spatial = new Spatial()
  const apply = (changes: Map<string, Box | undefined>): void => {
    for (const [id, to] of changes) {
      if (to) boxes.set(id, to)
      else boxes.delete(id)
    }
    spatial.set(changes)
  }
  apply(new Map(Array.from({ length: 800 }, (_, i) => [`o${i}`, box()])))
  for (let round = 0; round < 40; round++) {
    const count = round % 10 === 0 ? 300 : round % 3 === 0 ? 30 : 2
    apply(
      new Map(
        Array.from({ length: count }, () => [
          `o${Math.floor(next() * 900)}`,
          next() < 0.2 ? undefined : box(),
        ]),
      ),
    )
    const window = { ...box(), width: 700, height: 500 }
    if (round % 8 === 5) apply(new Map([...boxes.keys()].map((id) => [id, undefined])))
    const wanted = [...boxes].filter(([, b]) => intersects(b, window)).map(([id]) => id)
    expect(spatial.search(window).sort()).toEqual(wanted.sort())
    expect(spatial.isWithin(window)).toBe([...boxes.values()].every((b) => contains(window, b)))
    const everywhere = { x: -1, y: -1, width: 5400, height: 5400 }
    expect(spatial.isWithin(everywhere)).toBe(true)
  }
})
