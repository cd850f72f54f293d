import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import type { BoardObject } from '../board/object.ts'
import type { DrawContext } from './context.ts'
import type { DrawItem } from './items.ts'
import { legend } from './legend.ts'
import { sceneOf, type Scene } from './scene.ts'
import { escapeXml, svgOf } from './svg.ts'
import { inEnglish } from '../words/words.ts'

const sceneWith = (items: readonly DrawItem[], at: readonly [number, number] = [0, 0]): Scene => ({
  box: { x: 0, y: 0, width: 300, height: 200 },
  pieces: [{ id: 'x', type: 'x', at, box: { x: 0, y: 0, width: 300, height: 200 }, items }],
})

const written = (text: string): DrawItem => ({
  kind: 'text',
  x: 10,
  y: 10,
  lines: [text],
  size: 16,
  lineHeight: 20,
  weight: 600,
  fill: 'ink',
  align: 'centre',
})

const render = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } }).render()

describe('text', () => {
  test('can be no markup and breaks no XML', () => {
    const text = `</text><script>"&'\u0000\u0008\ufffe\ud800 ok 👪`
    expect(escapeXml(text)).toBe(`&lt;/text&gt;&lt;script&gt;&quot;&amp;' ok 👪`)
    const svg = svgOf(sceneWith([written(text)]), { theme: 'light', title: text })
    expect(svg).not.toContain('<script')
    expect(() => render(svg)).not.toThrow()
  })

  test('stands on its baseline, at its weight, with the typeface named', () => {
    const svg = svgOf(sceneWith([written('Hello')]), { theme: 'light' })
    expect(svg).toContain("'Atkinson Hyperlegible Next'")
    expect(svg).toMatch(
      /<text x="10" y="25.34" text-anchor="middle" font-size="16" font-weight="600" fill="#1d1f21"/,
    )
  })
})

test('shapes outside the picture, translucent ones too, do not stop the renderer', () => {
  const items: DrawItem[] = [
    { kind: 'rect', x: 0, y: 0, width: 10, height: 10, fill: 'ink', opacity: 0.5, shadow: true },
    { ...written('far'), opacity: 0.5 },
  ]
  expect(render(svgOf(sceneWith(items, [-5_000, 9_000]), { theme: 'dark' })).width).toBe(300)
})

test('a pale note has an edge in high contrast, where others have a shadow', () => {
  const note: DrawItem = {
    kind: 'rect',
    x: 50,
    y: 50,
    width: 100,
    height: 80,
    fill: 'noteYellow',
    shadow: true,
  }
  const beside = (theme: 'light' | 'contrast') => {
    const { pixels } = render(svgOf(sceneWith([note]), { theme }))
    const at = (90 * 300 + 49) * 4
    return [...pixels.subarray(at, at + 3)]
  }
  expect(beside('contrast')).toEqual([0, 0, 0])
  expect(Math.min(...beside('light'))).toBeGreaterThan(200)
})

test('the ground and the scale are as asked for', () => {
  const scene = sceneWith([written('Hello')])
  expect(svgOf(scene, { theme: 'dark' })).toContain('fill="#1b1d1f"')
  expect(svgOf(scene, { theme: 'dark', background: null })).not.toContain('fill="#1b1d1f"')
  expect(render(svgOf(scene, { theme: 'light', scale: 2 })).width).toBe(600)
})

const object = (
  id: string,
  type: string,
  at: readonly [number, number],
  rest: Partial<BoardObject> = {},
): BoardObject => ({
  id,
  type,
  at,
  size: [100, 60],
  order: 'a0',
  frame: undefined,
  fields: {},
  ...rest,
})

describe('a scene', () => {
  const objects = [
    object('n1', 'note', [0, 0], { order: 'a2', frame: 'f' }),
    object('t', 'relationship', [0, 0], { order: 'a9', fields: { from: 'n1', to: 'n2' } }),
    object('n2', 'note', [400, 0], { order: 'a1', frame: 'f' }),
    object('f', 'frame', [-50, -50], { size: [700, 300], order: 'a5' }),
    object('u', 'hologram', [2_000, 0]),
    object('lost', 'relationship', [0, 0], { fields: { from: 'n1', to: 'gone' } }),
  ]
  const context: DrawContext = {
    object: (id) => objects.find((o) => o.id === id),
    say: inEnglish,
    reading: () => undefined,
    tieMeasure: 'trust',
  }
  const idsOf = (scene: Scene) => scene.pieces.map((piece) => piece.id)

  test('paints frames, then ties, then everything else in order; a tie without an end not at all', () => {
    expect(idsOf(sceneOf(objects, context))).toEqual(['f', 't', 'u', 'n2', 'n1'])
  })

  test('has a box around all of it, with a margin', () => {
    const { box } = sceneOf(objects, context, { margin: 10 })
    expect(box).toEqual({ x: -60, y: -60, width: 2_170, height: 320 })
  })

  test('of a frame shows what lies in a frame in it, too', () => {
    const more = [
      object('lane', 'frame', [0, 0], { frame: 'f' }),
      object('deep', 'note', [0, 0], { frame: 'lane' }),
    ]
    const all = [...objects, ...more]
    const find = (id: string) => all.find((one) => one.id === id)
    const scene = sceneOf(all, { ...context, object: find }, { frame: 'f' })
    expect(scene.pieces.map(({ id }) => id)).toEqual(expect.arrayContaining(['lane', 'deep']))
  })

  test('of a frame shows what belongs to it, in the frame’s box', () => {
    const scene = sceneOf(objects, context, { frame: 'f', margin: 0 })
    expect(idsOf(scene)).toEqual(['f', 't', 'n2', 'n1'])
    expect(scene.box).toEqual({ x: -50, y: -50, width: 700, height: 300 })
  })

  test('of a selection shows that alone, and of nothing an empty page', () => {
    expect(idsOf(sceneOf(objects, context, { ids: new Set(['u']) }))).toEqual(['u'])
    const empty = sceneOf([], context)
    expect(empty.pieces).toEqual([])
    expect(render(svgOf(empty, { theme: 'light' })).width).toBeGreaterThan(0)
  })
})

test('the legend explains every step, and only the marks that occur', () => {
  const texts = (items: readonly DrawItem[]) =>
    items.flatMap((item) => (item.kind === 'text' ? item.lines.join(' ') : []))
  const plain = texts(legend('trust', inEnglish).items)
  for (const meaning of ['A great deal', 'Not at all', 'Don’t know', 'Not answered']) {
    expect(plain).toContain(meaning)
  }
  const marked = object('t', 'relationship', [0, 0], {
    fields: { sharedPlace: 'Thanet', ends: { from: { mode: 'naive' } } },
  })
  const added = texts(legend('trust', inEnglish, [marked]).items).filter(
    (text) => !plain.includes(text),
  )
  expect(added).toEqual(['Naive: the mode of partnership that this side sees', 'A shared place'])
  expect(texts(legend('contact', inEnglish).items)).not.toContain('A great deal')
})
