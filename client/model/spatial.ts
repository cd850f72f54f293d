import RBush from 'rbush'
import type { Box } from '../../shared/geometry.ts'

interface Entry {
  id: string
  minX: number
  minY: number
  maxX: number
  maxY: number
}

const entryOf = (id: string, box: Box): Entry => ({
  id,
  minX: box.x,
  minY: box.y,
  maxX: box.x + box.width,
  maxY: box.y + box.height,
})

/** Which boxes lie where: answers which of many ids touch a part of the world without looking at the others. */
export class Spatial {
  readonly #tree = new RBush<Entry>()
  readonly #entries = new Map<string, Entry>()
  /** the tree is to be made anew before it is asked: a whole board is painted without it */
  #isStale = false

  /** Sets the boxes of many ids at once; undefined takes the id out. */
  set(boxes: ReadonlyMap<string, Box | undefined>): void {
    const fresh: Entry[] = []
    this.#isStale ||= boxes.size > 200 && boxes.size > this.#entries.size / 4
    for (const [id, box] of boxes) {
      const known = this.#entries.get(id)
      if (known && !this.#isStale) this.#tree.remove(known)
      this.#entries.delete(id)
      if (!box) continue
      const entry = entryOf(id, box)
      this.#entries.set(id, entry)
      fresh.push(entry)
    }
    if (this.#isStale) return
    if (fresh.length > 16) this.#tree.load(fresh)
    else for (const entry of fresh) this.#tree.insert(entry)
  }

  /** The box of an id, or undefined when it has none. */
  box(id: string): Box | undefined {
    const entry = this.#entries.get(id)
    return (
      entry && {
        x: entry.minX,
        y: entry.minY,
        width: entry.maxX - entry.minX,
        height: entry.maxY - entry.minY,
      }
    )
  }

  /** Whether all boxes lie in `box`, or there are none; told without looking at each once the first `search` was made. */
  isWithin(box: Box): boolean {
    const { minX, minY, maxX, maxY } = entryOf('', box)
    const all = this.#isStale ? this.#entries.values() : [this.#tree.toJSON() as Entry]
    for (const one of all) {
      if (one.minX < minX || one.minY < minY || one.maxX > maxX || one.maxY > maxY) return false
    }
    return true
  }

  /** The ids whose boxes touch `box`, in no particular order. */
  search(box: Box): string[] {
    if (this.#isStale) {
      this.#isStale = false
      this.#tree.clear()
      this.#tree.load([...this.#entries.values()])
    }
    return this.#tree.search(entryOf('', box)).map(({ id }) => id)
  }
}
