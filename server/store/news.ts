import { StoreError } from './store-error.ts'
import type { BoardNews, StoredDocument } from './store.ts'

/** A claim, and the number of the update that it came with. */
export interface StoredClaim {
  clientId: number
  participant: string
  seq: number
}

interface Entry {
  seq: number
  update: Uint8Array
}

/** What an engine read of one board at one moment. */
interface Read {
  board: string
  /** everything wanted lies behind this number; -1 stands for all there is */
  since: number
  row: { epoch: string; revision: number; seq: number }
  snapshot: Entry | undefined
  /** in order */
  updates: readonly Entry[]
  claims: readonly StoredClaim[]
}

/** Puts together what an engine read; throws `unreadable` when a part of it is missing. */
export function readNews({ board, since, row, snapshot, updates, claims }: Read): BoardNews {
  if (!snapshot) throw new StoreError('unreadable', `Board ${board} has lost its snapshot.`)
  const behind = updates.filter(({ seq }) => seq > snapshot.seq)
  if (behind.length !== Math.max(0, row.seq - Math.max(since, snapshot.seq))) {
    throw new StoreError('unreadable', `Board ${board} has lost a part of its log.`)
  }
  const entries = snapshot.seq > since ? [snapshot, ...behind] : behind
  const claimsIn = [...claims].sort((one, other) => one.seq - other.seq)
  let next = 0
  return {
    ...row,
    updates: entries.map(({ seq, update }) => {
      const from = next
      while ((claimsIn[next]?.seq ?? Infinity) <= seq) next += 1
      const own = claimsIn.slice(from, next)
      return {
        seq,
        update,
        claims: own.map(({ clientId, participant }) => ({ clientId, participant })),
      }
    }),
  }
}

/** The same of a whole board, whose news begin with its snapshot. */
export function storedDocument({ epoch, seq, updates }: BoardNews): StoredDocument {
  const [first, ...behind] = updates
  return {
    epoch,
    seq,
    snapshot: first?.update ?? null,
    updates: behind.map(({ update }) => update),
    claims: updates.flatMap(({ claims }) => claims),
  }
}
