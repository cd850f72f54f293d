import type * as v from 'valibot'
import * as Y from 'yjs'
import { freePlace } from '../../shared/arrange/free-place.ts'
import { addObjects } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { viewOf } from '../../shared/board/view.ts'
import { limits } from '../../shared/limits.ts'
import { organisation } from '../../shared/objects/organisation.ts'
import { readAs } from '../../shared/objects/define.ts'
import type { BoardPreview, JoinBoard } from '../../shared/protocol/http.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { nameKey } from '../../shared/text/line.ts'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardRow } from '../store/store.ts'

/** An organisation on a board, as the join page lists it. */
export type Organisation = BoardPreview['organisations'][number]

/** What a participant named: an object's id, a name, or a new organisation. */
export type OrganisationWish = NonNullable<v.InferOutput<typeof JoinBoard>['organisation']>

/** Why an organisation can't be had: the board is full or read-only, or the id named is no longer on it. */
type Refusal = 'full' | 'read-only' | 'gone'

/** The organisations of boards, for those who are about to join. */
export interface Organisations {
  /** Those on the board in reading order; may be a second old. */
  list(board: string): Promise<readonly Organisation[]>
  /**
   * The id of the organisation that `wish` means, added to the board if there is none of that name; two wishes of the same
   * name at once give one.
   */
  settle(board: BoardRow, wish: OrganisationWish): Promise<Result<string, Refusal>>
}

const FRESH = 1_000

/** An organisation with the ids of those that were made a part of it. */
interface Known extends Organisation {
  was: readonly string[]
}

const read = (objects: readonly BoardObject[]): Known[] =>
  objects
    .filter((object) => object.type === organisation.type)
    .map((object) => {
      const { name, sector, was } = readAs(organisation, object).values
      return { id: object.id, name, sector, was }
    })

// What `newId` makes; no organisation is called like that, and nobody should find such a name on their board.
const isId = (text: string): boolean => /^[2-9a-hjkmnp-z]{14}$/.test(text)

const find = (list: readonly Known[], wish: OrganisationWish): string | undefined => {
  if (typeof wish === 'string' && list.some(({ id }) => id === wish)) return wish
  const heir = typeof wish === 'string' && list.find(({ was }) => was.includes(wish))
  if (heir) return heir.id
  const name = nameKey(typeof wish === 'string' ? wish : wish.name)
  return list.find((one) => nameKey(one.name) === name)?.id
}

/** Reads and adds organisations through `rooms`; keeps each list for a second, so that a whole room can join at once. */
export function createOrganisations(rooms: Rooms, clock: Clock): Organisations {
  const lists = new Map<string, { at: number; list: Promise<readonly Known[]> }>()

  const load = async (board: string): Promise<readonly Known[]> => {
    const doc = new Y.Doc()
    try {
      Y.applyUpdate(doc, await rooms.state(board))
      return read(viewOf(doc).objects)
    } finally {
      doc.destroy()
    }
  }

  const known = (board: string): Promise<readonly Known[]> => {
    const fresh = lists.get(board)
    if (fresh && clock.now() - fresh.at < FRESH) return fresh.list
    const entry = { at: clock.now(), list: load(board) }
    lists.set(board, entry)
    const forget = () => {
      if (lists.get(board) === entry) lists.delete(board)
    }
    clock.after(FRESH, forget)
    entry.list.catch(forget)
    return entry.list
  }

  return {
    async list(board) {
      return (await known(board)).map(({ id, name, sector }) => ({ id, name, sector }))
    },
    async settle(board, wish) {
      const meant = find(await known(board.id), wish)
      if (meant !== undefined) return ok(meant)
      if (typeof wish === 'string' && isId(wish)) {
        lists.delete(board.id)
        const justAdded = find(await known(board.id), wish)
        return justAdded === undefined ? fail('gone') : ok(justAdded)
      }
      if (board.readOnly) return fail('read-only')
      let settled: Result<string, Refusal> = fail('full')
      await rooms.edit(board.id, (doc) => {
        // Looked up again: only in here is nobody else adding the same one.
        const { objects } = viewOf(doc)
        const there = read(objects)
        const found = find(there, wish)
        if (found !== undefined) {
          settled = ok(found)
          return
        }
        if (there.length >= limits.organisations) return
        const { name, sector } = typeof wish === 'string' ? { name: wish, sector: 'other' } : wish
        const { at, frame } = freePlace(objects, organisation.type, organisation.size)
        const news = {
          type: organisation.type,
          at,
          ...(frame !== undefined && { frame }),
          fields: { ...organisation.fresh?.(objects), name, sector },
        }
        const [id] = addObjects(doc, [news], 'join')
        if (id !== undefined) settled = ok(id)
      })
      lists.delete(board.id)
      return settled
    },
  }
}
