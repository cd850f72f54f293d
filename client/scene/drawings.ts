import type { DrawItem, TextItem } from '../../shared/draw/items.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import { drawingOf, type Drawing } from '../../shared/draw/scene.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { t } from '../words/t.ts'
import type { LensView } from './lens-view.ts'

const bare = (text: string): string => text.replaceAll(/[\s…]/g, '')

/** The item of a draw list that shows a field's `text`: the longest of those that begin like it, which initials may do too. */
export function itemShowing(items: readonly DrawItem[], text: string): TextItem | undefined {
  const wanted = bare(text)
  let best: { item: TextItem; length: number } | undefined
  for (const item of items) {
    if (item.kind !== 'text') continue
    const shown = bare(item.lines.join(''))
    const fits = shown !== '' && wanted.startsWith(shown)
    if (fits && (!best || shown.length >= best.length)) best = { item, length: shown.length }
  }
  return best?.item
}

/** The draw list without the text that is being typed, for which the open editor stands. */
export function withoutText(items: readonly DrawItem[], text: string): DrawItem[] {
  const shown = itemShowing(items, text)
  return items.filter((item) => item !== shown)
}

/** Every object's drawing, made when first asked for and kept until the object, or what it shows of others, changes. */
export class Drawings {
  readonly #board: BoardModel
  readonly #near = new Map<string, Drawing | null>()
  /** of the objects that look different from far off */
  readonly #far = new Map<string, Drawing | null>()
  readonly #context: DrawContext

  constructor(board: BoardModel, lens: LensView) {
    this.#board = board
    this.#context = {
      say: t,
      object: (id) => board.object(id),
      ofType: (type) => board.ofType(type),
      reading: (relationship, end) => board.reading(relationship, end),
      get tieMeasure() {
        return lens.measure
      },
      tieSetting: (relationship) => board.tieSetting(relationship),
      obstacles: (area) => board.obstacles(area),
    }
  }

  /** The drawing of an object, `far` as it looks where its words can't be read; undefined when it is gone or hidden. */
  get(id: string, far = false): Drawing | undefined {
    const object = this.#board.object(id)
    const isOther = far && object !== undefined && definitionOf(object.type)?.drawFar !== undefined
    const known = isOther ? this.#far : this.#near
    const kept = known.get(id)
    if (kept !== undefined) return kept ?? undefined
    const drawing = object && drawingOf(object, this.#context, far)
    known.set(id, drawing ?? null)
    return drawing
  }

  /** Forgets the drawings of these objects. */
  drop(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#near.delete(id)
      this.#far.delete(id)
    }
  }

  /** Forgets every drawing. */
  clear(): void {
    this.#near.clear()
    this.#far.clear()
  }
}
