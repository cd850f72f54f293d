import { eraseName, type Erased } from '../../shared/board/erase-name.ts'
import type { Edits } from './edits.ts'
import type { Neighbours } from './neighbours.ts'
import type { RoomParts } from './room-parts.ts'
import type { Versions } from './versions.ts'

/** What erasing names needs of its room. */
interface ErasureHost {
  edits: Edits
  versions: Versions
  neighbours(): Neighbours | undefined
}

/** Erases people's names from one board: on the node that was asked to, and after it on every other one that has the board open. */
export class NameErasure {
  readonly #board: string
  readonly #parts: RoomParts
  readonly #host: ErasureHost
  readonly #askedFor = new Set<string>()
  #underWay = 0
  #stopped = false

  constructor(board: string, parts: RoomParts, host: ErasureHost) {
    this.#board = board
    this.#parts = parts
    this.#host = host
  }

  get isBusy(): boolean {
    return this.#underWay > 0
  }

  /** Empties a participant's name in the document and its versions, and drops it from the document's history. */
  erase(who: Erased): Promise<void> {
    this.#askedFor.add(who.id)
    return this.#erase(who)
  }

  /**
   * These names were erased from the store. Where another node was asked to, this one may have taken in edits that hold them, keep a
   * version, or give the history that it knows to who comes.
   */
  erased(people: readonly Erased[]): void {
    for (const who of people) {
      if (this.#askedFor.has(who.id)) continue
      this.#erase(who).catch((error: unknown) => {
        if (this.#stopped) return
        this.#parts.log.error({ board: this.#board, err: error }, 'A name could not be erased')
      })
    }
  }

  stop(): void {
    this.#stopped = true
  }

  async #erase(who: Erased): Promise<void> {
    const { edits, versions, neighbours } = this.#host
    this.#underWay += 1
    try {
      await edits.drain()
      await neighbours()?.catchUp()
      await edits.edit((doc) => void eraseName(doc, who, null))
      await versions.eraseName(who)
      await edits.compact()
    } finally {
      this.#underWay -= 1
    }
  }
}
