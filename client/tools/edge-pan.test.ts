import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Point } from '../../shared/geometry.ts'
import { createUi, type UiStore } from '../model/ui.ts'
import { EdgePan, pushAt } from './edge-pan.ts'

const map = {
  viewport: [1000, 600] as const,
  insets: { top: 0, right: 200, bottom: 0, left: 50 },
}

const middle = { low: [400, 300], high: [400, 300] } as const

test('only the rim of what panels leave of the map pushes, harder outwards, and beyond it as at the edge', () => {
  expect(pushAt([760, 300], middle, map)).toEqual([0, 0])
  expect(pushAt([784, 300], middle, map)).toEqual([0.5, 0])
  for (const x of [800, 900, 3000]) expect(pushAt([x, 300], middle, map)).toEqual([1, 0])
  expect(pushAt([66, 300], middle, map)).toEqual([-0.5, 0])
  expect(pushAt([-20, 700], middle, map)).toEqual([-1, 1])
  expect(pushAt([400, 16], middle, map)).toEqual([0, -0.5])
})

test('what was grasped in the rim or under a panel pushes once it goes farther out, or has been away', () => {
  const under = { low: [850, 300], high: [850, 300] } as const
  expect(pushAt([850, 300], under, map)).toEqual([0, 0])
  expect(pushAt([855, 300], under, map)).toEqual([0, 0])
  expect(pushAt([874, 300], under, map)).toEqual([0.5, 0])
  expect(pushAt([784, 300], { low: [500, 300], high: [850, 300] }, map)).toEqual([0.5, 0])
  // At the very edge of the window nobody can go farther.
  const last = { low: [400, 599], high: [400, 599] } as const
  expect(pushAt([400, 599], last, map)[1]).toBeGreaterThan(0)
})

/** The next frame, and what it is called with. */
const frames = { next: undefined as ((now: number) => void) | undefined, now: 0 }

beforeEach(() => {
  Object.assign(frames, { next: undefined, now: 1000 })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('requestAnimationFrame', (next: (now: number) => void) => {
    frames.next = next
    return 1
  })
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames.next = undefined
  })
})
afterAll(() => void vi.unstubAllGlobals())

const pass = (ms: number): void => {
  for (const end = frames.now + ms; frames.now < end; frames.now += 10) frames.next?.(frames.now)
}

function dragged(from: Point): { ui: UiStore; edge: EdgePan; at: () => Point } {
  const ui = createUi('light')
  ui.setState(map)
  const edge = new EdgePan(ui)
  edge.press(from)
  return { ui, edge, at: () => ui.getState().camera.centre }
}

test('the map waits a moment, moves on under a pointer that stays, faster nearer to the edge, and stops with it', () => {
  const { edge, at } = dragged([400, 300])
  edge.drag([500, 300])
  expect(frames.next).toBeUndefined()
  edge.drag([784, 300])
  pass(150)
  expect(at()).toEqual([0, 0])
  pass(150)
  const [slow] = at()
  expect(slow).toBeGreaterThan(0)
  edge.drag([799, 300])
  const before = at()[0]
  pass(120)
  expect(at()[0] - before).toBeGreaterThan(slow * 2)
  edge.drag([500, 300])
  expect(frames.next).toBeUndefined()
  // Back at the edge it waits again.
  const [there] = at()
  edge.drag([799, 300])
  pass(150)
  expect(at()).toEqual([there, 0])
  edge.stop()
  expect(frames.next).toBeUndefined()
})

test('with reduced motion the map moves evenly, however deep in the rim', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  const gone = [770, 799].map((x) => {
    const { edge, at } = dragged([400, 300])
    edge.drag([x, 300])
    pass(500)
    edge.stop()
    return at()[0]
  })
  expect(gone[0]).toBeGreaterThan(50)
  expect(gone[0]).toBeCloseTo(gone[1] ?? 0)
})

test('a frame that comes late makes no leap', () => {
  const { edge, at } = dragged([400, 300])
  edge.drag([799, 300])
  pass(200)
  const [before] = at()
  frames.now += 5000
  pass(10)
  expect(at()[0] - before).toBeLessThan(100)
})
