import { readNews, storedDocument } from '../../server/store/news.ts'
import { StoreError } from '../../server/store/store-error.ts'
import { besideDocument, type Board } from './memory-beside.ts'
import type { Append, BoardNews, BoardStore } from '../../server/store/store.ts'

/** A change that a process has handed over and the disk has not answered. */
export interface Pending {
  kind: 'append' | 'compact' | 'other'
  /** the process that waits for the answer */
  of: object
  /** Makes the change, and tells the process unless it has ended meanwhile. */
  commit(): void
  /** Leaves everything as it was and says so. */
  fail(): void
}

const never = new Promise<never>(() => undefined)

/**
 * What outlives a process: boards in memory, reached through stores as `open` gives them. `hold` keeps every change to a
 * document back until it is committed or failed by hand; a crash loses whatever was held.
 */
export class MemoryDisk {
  hold = false
  pending: Pending[] = []
  #boards = new Map<string, Board>()
  #made = 0
  readonly #codes = new Map<string, string>()
  readonly #leases = new Map<string, { owner: string; until: number }>()
  readonly #ended = new WeakSet()
  readonly #now: () => number

  /** Time in ms, by which leases run out. */
  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** A process ends now; of the changes that it has handed over the first `committed` were made all the same. */
  crash(process: object, committed: number): void {
    this.#ended.add(process)
    for (const { commit } of this.pendingOf(process).slice(0, committed)) commit()
    this.pending = this.pending.filter(({ of }) => of !== process)
  }

  /** What a process has handed over and waits for. */
  pendingOf(process: object): Pending[] {
    return this.pending.filter(({ of }) => of === process)
  }

  /** All there is, for looking for what should be gone. */
  bytes(): Buffer {
    const parts = [...this.#boards.values()].flatMap(
      ({ snapshot, updates, versions, images, ...rest }) => [
        ...versions.map(({ content }) => content),
        ...[...images.values()].map(({ bytes }) => bytes),
        Buffer.from(
          JSON.stringify({ ...rest, answers: [...rest.answers.values()].map((all) => [...all]) }),
        ),
        snapshot.update,
        ...updates.map(({ update }) => update),
      ],
    )
    return Buffer.concat(parts)
  }

  /** A store as one process has it open, until that crashes. */
  open(process: object = {}): BoardStore {
    const isAlive = (): boolean => !this.#ended.has(process)
    const read = async <T>(get: () => T): Promise<T> => {
      await Promise.resolve()
      return isAlive() ? get() : never
    }
    const write = <T>(kind: Pending['kind'], change: () => T): Promise<T> => {
      if (!isAlive()) return never
      return new Promise((resolve, reject) => {
        const commit = (): void => {
          try {
            const value = change()
            if (isAlive()) resolve(value)
          } catch (error) {
            if (isAlive()) reject(error)
          }
        }
        const fail = (): void => {
          if (isAlive()) reject(new StoreError('unavailable', 'The disk fails.'))
        }
        if (this.hold && kind !== 'other') this.pending.push({ kind, of: process, commit, fail })
        else queueMicrotask(commit)
      })
    }
    const board = (id: string): Board => {
      const found = this.#boards.get(id)
      if (!found) throw new StoreError('unknown-board', `There is no board ${id}.`)
      return found
    }
    const touch = (id: string, change: (of: Board) => void): Promise<void> =>
      write('other', () => {
        const of = board(id)
        change(of)
        of.revision += 1
      })
    const news = (id: string, since: number): BoardNews => {
      const { row, revision, seq, snapshot, updates, claims } = board(id)
      return readNews({
        board: id,
        since,
        row: { epoch: row.epoch, revision, seq },
        snapshot,
        updates: updates.filter((update) => update.seq > since),
        claims: claims.filter((claim) => claim.seq > since),
      })
    }

    return {
      create: (row, links, snapshot) =>
        write('other', () => {
          const isDouble = new Set(links.map(({ id }) => id)).size < links.length
          if (isDouble || this.#boards.has(row.id)) {
            throw new StoreError('unavailable', 'It exists already.')
          }
          this.#made += 1
          this.#boards.set(row.id, {
            place: this.#made,
            row: { ...row },
            revision: 0,
            seq: 0,
            snapshot: { seq: 0, update: Uint8Array.from(snapshot) },
            updates: [],
            claims: [],
            links: [...links],
            participants: [],
            session: { version: 0, state: null },
            answers: new Map(),
            versions: [],
            images: new Map(),
          })
        }),
      board: (id) =>
        read(() => {
          const row = this.#boards.get(id)?.row
          return row && { ...row }
        }),
      boards: () => read(() => [...this.#boards.values()].map(({ row }) => ({ ...row }))),
      change: (id, patch) => touch(id, (of) => Object.assign(of.row, patch)),
      remove: (id) =>
        write('other', () => {
          this.#boards.delete(id)
          for (const [hash, owner] of this.#codes) if (owner === id) this.#codes.delete(hash)
        }),
      links: (id) => read(() => this.#boards.get(id)?.links ?? []),
      linkBySecret: (id, hash) =>
        read(() => this.#boards.get(id)?.links.find(({ secretHash }) => secretHash === hash)),
      addLink: (link) => touch(link.board, (of) => of.links.push({ ...link })),
      revokeLink: (id, link, at) =>
        touch(id, (of) => {
          for (const row of of.links) if (row.id === link) row.revokedAt ??= at
        }),
      addParticipant: (row) => touch(row.board, (of) => of.participants.push({ ...row })),
      participants: (id) => read(() => [...(this.#boards.get(id)?.participants ?? [])]),
      participantByToken: (id, hash) =>
        read(() => this.#boards.get(id)?.participants.find(({ tokenHash }) => tokenHash === hash)),
      removeParticipant: (id, participant, at) =>
        touch(id, (of) => {
          of.participants = of.participants.map((row) =>
            row.id === participant ? { ...row, removedAt: row.removedAt ?? at } : row,
          )
        }),
      eraseParticipant: (id, participant, at) =>
        write('other', () => {
          const of = board(id)
          const row = of.participants.find((one) => one.id === participant)
          if (!row) return false
          Object.assign(row, { name: '', waiting: null, removedAt: row.removedAt ?? at })
          of.revision += 1
          return true
        }),
      admitParticipant: (id, participant, organisation) =>
        write('other', () => {
          const of = board(id)
          const row = of.participants.find((one) => one.id === participant)
          if (!row || row.waiting === null || row.removedAt !== null) return false
          Object.assign(row, { waiting: null, organisation })
          of.revision += 1
          return true
        }),
      setOrganisation: (id, participant, organisation) =>
        write('other', () => {
          const of = board(id)
          const row = of.participants.find((one) => one.id === participant)
          if (!row || row.waiting !== null || row.removedAt !== null) return
          row.organisation = organisation
          of.revision += 1
        }),
      putCode: (id, hash) =>
        write('other', () => {
          const isTaken = this.#codes.has(hash)
          for (const [known, owner] of this.#codes) if (owner === id) this.#codes.delete(known)
          if (!isTaken) this.#codes.set(hash, id)
          return !isTaken
        }),
      boardByCode: (hash) => read(() => this.#codes.get(hash)),
      load: (id) => read(() => storedDocument(news(id, -1))),
      append: (batch) => write('append', () => this.#append(batch)),
      updatesAfter: (id, seq) => read(() => news(id, seq)),
      compact: (id, { epoch, snapshot, upTo }) =>
        write('compact', () => {
          const of = board(id)
          if (of.row.epoch !== epoch || of.snapshot.seq > upTo) return
          of.snapshot = { seq: upTo, update: Uint8Array.from(snapshot) }
          of.updates = of.updates.filter(({ seq }) => seq > upTo)
        }),
      logged: (after, most) =>
        read(() =>
          [...this.#boards.values()]
            .filter(({ place, updates }) => place > after && updates.length > 0)
            .slice(0, most)
            .map(({ place, row }) => ({ id: row.id, place })),
        ),
      ...besideDocument({ read, write, board, find: (id) => this.#boards.get(id) }),
      lease: (key, owner, ms) =>
        write('other', () => {
          const held = this.#leases.get(key)
          if (held && held.owner !== owner && held.until > this.#now()) return false
          this.#leases.set(key, { owner, until: this.#now() + ms })
          return true
        }),
      release: (key, owner) =>
        write('other', () => {
          if (this.#leases.get(key)?.owner === owner) this.#leases.delete(key)
        }),
      ping: () => read(() => undefined),
      close: () => read(() => undefined),
    }
  }

  #append(batch: readonly Append[]): number[] {
    const boardOf = ({ board: id, epoch }: Append): Board | undefined => {
      const of = this.#boards.get(id)
      return of?.row.epoch === epoch ? of : undefined
    }
    const claimed = new Map<string, string>()
    for (const append of batch) {
      const { board: id, claims } = append
      const known = boardOf(append)?.claims ?? []
      for (const { clientId, participant } of claims) {
        const key = `${id} ${clientId}`
        const owner =
          claimed.get(key) ?? known.find((claim) => claim.clientId === clientId)?.participant
        if (owner !== undefined && owner !== participant) {
          throw new StoreError('claimed', `A client id on ${id} is somebody else’s.`)
        }
        claimed.set(key, participant)
      }
    }
    return batch.map((append) => {
      const { update, claims } = append
      const of = boardOf(append)
      if (!of) return 0
      of.seq += 1
      of.row.changedAt = Date.now()
      of.updates.push({ seq: of.seq, update: Uint8Array.from(update) })
      for (const { clientId, participant } of claims) {
        if (of.claims.some((claim) => claim.clientId === clientId)) continue
        of.claims.push({ clientId, participant, seq: of.seq })
      }
      return of.seq
    })
  }
}
