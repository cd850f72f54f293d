import * as Y from 'yjs'
import type { Append } from '../store/store.ts'
import { rangesOf, type Ranges } from '../../shared/update/delete-set.ts'
import { Deletes } from './deletes.ts'
import { scanUpdate } from './scan.ts'

/** Owner of client ids that no participant has claimed: the templates, imports and edits of the server. */
export const SERVER = 'server'

/** How far an accepted update moves its clients' clocks, and what it deletes. */
export interface Effect {
  clocks: ReadonlyMap<number, number>
  deletes: Ranges
}

/**
 * What a room knows of its document without having one: each client's clock, what is deleted, and whose each client
 * id is. Includes what has been accepted and is not on disk yet.
 */
export class Ledger {
  readonly clocks: Map<number, number>
  readonly #deletes = new Deletes()
  readonly #claims = new Map<number, string>()
  /** how many ids each participant has claimed */
  readonly #counts = new Map<string, number>()
  /** ids seen in presence alone; not worth keeping on disk */
  readonly #present = new Map<number, string>()

  /** `deletes` is an update with a delete set alone. */
  constructor(stateVector: Uint8Array, deletes: Uint8Array, claims: Append['claims']) {
    this.clocks = Y.decodeStateVector(stateVector)
    // The first byte counts the clients with structs: none.
    this.#deletes.addAll(deletes.subarray(1))
    for (const { clientId, participant } of claims) this.claim(clientId, participant)
  }

  clock(client: number): number {
    return this.clocks.get(client) ?? 0
  }

  /** Whose the client id is; undefined when anyone may claim it. */
  owner(client: number): string | undefined {
    const claimed = this.#claims.get(client) ?? this.#present.get(client)
    if (claimed !== undefined) return claimed
    return this.clocks.has(client) ? SERVER : undefined
  }

  /** Whether the client id has been claimed in an update before, which the log then knows. */
  isClaimed(client: number): boolean {
    return this.#claims.has(client)
  }

  /** How many client ids a participant has claimed in updates. */
  claimsOf(participant: string): number {
    return this.#counts.get(participant) ?? 0
  }

  /** Makes a client id a participant's for good. */
  claim(client: number, participant: string): void {
    if (this.#claims.get(client) === participant) return
    this.#claims.set(client, participant)
    this.#counts.set(participant, this.claimsOf(participant) + 1)
  }

  /** Reserves an id that has only been seen in presence, so that nobody else can claim it by an update first. */
  reserve(client: number, participant: string): void {
    this.#present.set(client, participant)
  }

  /** The parts of `ranges` that are not known to be deleted yet. */
  newDeletes(ranges: Ranges): Ranges {
    const found: Ranges = new Map()
    for (const [client, list] of ranges) {
      const news = list.flatMap((range) => this.#deletes.news(client, range))
      if (news.length > 0) found.set(client, news)
    }
    return found
  }

  /** Takes note of an update that another node has accepted, some of which may be known; gives the clocks that it reaches. */
  learn(update: Uint8Array, claims: Append['claims']): ReadonlyMap<number, number> {
    const { clocks, deletesAt } = scanUpdate(update)
    for (const [client, clock] of clocks)
      this.clocks.set(client, Math.max(this.clock(client), clock))
    this.#deletes.addAll(update.subarray(deletesAt))
    for (const { clientId, participant } of claims) this.claim(clientId, participant)
    return clocks
  }

  apply({ clocks, deletes }: Effect): void {
    for (const [client, clock] of clocks) this.clocks.set(client, clock)
    for (const [client, list] of deletes) {
      for (const range of list) this.#deletes.add(client, range)
    }
  }
}

/** The delete set of an update; throws when the update can't be read. */
export function deletesOf(update: Uint8Array): Ranges {
  return rangesOf(Y.decodeUpdate(update).ds)
}
