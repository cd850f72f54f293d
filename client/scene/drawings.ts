import type { DrawItem, TextItem } from '../../shared/draw/items.ts'
import { pieceOf, type Piece } from '../../shared/draw/scene.ts'
import type { BoardModel } from '../model/board.ts'

/** An object's draw list and the world point to which it is relative. */
export type Drawing = Pick<Piece, 'items' | 'at'>

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
    const drawing = object && pieceOf(object, this.#board)
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
