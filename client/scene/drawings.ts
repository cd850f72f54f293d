import type { BoardObject } from '../../shared/board/object.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import type { DrawItem, TextItem } from '../../shared/draw/items.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { boundsOf, isLink } from '../model/kinds.ts'

/** An object's draw list and the world point to which it is relative. */
export interface Drawing {
  items: readonly DrawItem[]
  x: number
  y: number
}

/** What stands for an object of a type that this version doesn't know: its place, and that something is there. */
function placeholder({ size: [width, height], type }: BoardObject): DrawItem[] {
  const size = 13
  return [
    {
      kind: 'rect',
      ...{ x: 0, y: 0, width, height, radius: 8 },
      fill: 'surface',
      stroke: 'line',
      ...{ strokeWidth: 1.5, dash: [6, 5], opacity: 0.9 },
    },
    {
      kind: 'text',
      ...{ x: width / 2, y: height / 2 - size, size, lineHeight: size * 2 },
      weight: 400,
      lines: [type.slice(0, 24)],
      fill: 'quiet',
      align: 'centre',
      detail: 'fine',
    },
  ]
}

/** An object as it is drawn; undefined for a link with an end that is gone. */
export function drawingOf(object: BoardObject, context: DrawContext): Drawing | undefined {
  const definition = definitionOf(object.type)
  const link = isLink(object)
  if (link && !boundsOf(object, context)) return undefined
  const items = definition ? definition.draw(object, context) : placeholder(object)
  return link ? { items, x: 0, y: 0 } : { items, x: object.at[0], y: object.at[1] }
}

const bare = (text: string): string => text.replaceAll(/[\s…]/g, '')

/** The draw list without the text that is being typed, for which the open editor stands. */
export function withoutText(items: readonly DrawItem[], text: string): DrawItem[] {
  const typed = bare(text)
  const shows = (item: TextItem): boolean => {
    const shown = bare(item.lines.join(''))
    return shown !== '' && typed.startsWith(shown)
  }
  let found = false
  return items.filter((item) => {
    if (found || item.kind !== 'text' || !shows(item)) return true
    found = true
    return false
  })
}

/** Every object's drawing, made when first asked for and kept until the object, or what it shows of others, changes. */
export class Drawings {
  readonly #board: BoardModel
  readonly #kept = new Map<string, Drawing | null>()

  constructor(board: BoardModel) {
    this.#board = board
  }

  /** The drawing of an object, or undefined when it is gone or hidden. */
  get(id: string): Drawing | undefined {
    const kept = this.#kept.get(id)
    if (kept !== undefined) return kept ?? undefined
    const object = this.#board.object(id)
    const drawing = object && drawingOf(object, this.#board)
    this.#kept.set(id, drawing ?? null)
    return drawing
  }

  /** Forgets the drawings of these objects. */
  drop(ids: Iterable<string>): void {
    for (const id of ids) this.#kept.delete(id)
  }

  /** Forgets every drawing. */
  clear(): void {
    this.#kept.clear()
  }
}
