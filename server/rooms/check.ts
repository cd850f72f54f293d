import * as Y from 'yjs'
import { encodeDeletes, rangesOf, type Ranges } from '../../shared/update/delete-set.ts'
import { encodeClocks } from './frames.ts'
import { SERVER, type Effect, type Ledger } from './ledger.ts'
import { inOrder, type Struct } from '../../shared/update/struct-order.ts'

/** Why an update, or a part of it, was not taken. */
export type Refusal = 'foreign' | 'missing' | 'too-many-clients' | 'subdocument'

/** What is to be stored and relayed; `leftOut` when that is not all of the update. */
export interface Accepted {
  kind: 'accepted'
  update: Uint8Array
  effect: Effect
  claims: number[]
  leftOut: Refusal | null
}

/** What the structural check made of an update. */
export type Verdict =
  /** can't be read, or no honest client writes it */
  | { kind: 'malformed' }
  /** nothing of it was taken */
  | { kind: 'refused'; why: Refusal }
  /** everything in it is known already */
  | { kind: 'known' }
  | Accepted

/** Longest struct and furthest clock of an honest document; both have no bytes of their own to bound them. */
const MAX_LENGTH = 2 ** 24
const MAX_CLOCK = 2 ** 32
/** Client ids that one update may claim: a browser's own of several visits, in an offline copy. */
const MAX_CLAIMS = 200
/** Client ids that one participant may claim on a board, one for each visit in which they edit: each is told to everyone for good. */
const MAX_CLAIMS_IN_ALL = 5_000
/** A clock that every struct lies below: cuts a client out of an update. */
const ALL = Number.MAX_SAFE_INTEGER

/** The structs of one client in an update, in order. */
interface Run {
  client: number
  structs: Struct[]
  start: number
  end: number
  /** has a hole, by a Skip */
  holed: boolean
}

function runsOf(structs: readonly Struct[]): Run[] | undefined {
  const runs: Run[] = []
  let last: Run | undefined
  for (const struct of structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (struct.length < 1 || struct.length > MAX_LENGTH || end > MAX_CLOCK) return undefined
    if (last?.client !== client) {
      // Yjs writes higher client ids first, and loses structs when it merges an update that doesn't.
      if (last && last.client < client) return undefined
      last = { client, structs: [], start: clock, end: clock, holed: false }
      runs.push(last)
    }
    if (clock !== last.end) return undefined
    last.end = end
    if (struct instanceof Y.Skip) last.holed = true
    else last.structs.push(struct)
  }
  return runs
}

/** Whether the runs can be applied in some order so that nothing ever leans on what isn't there. */
function canIntegrate(runs: readonly Run[], ledger: Ledger): boolean {
  const all = runs.flatMap(({ structs }) => structs)
  let left = all.length
  for (const _ of inOrder(all, (client) => ledger.clock(client))) left -= 1
  return left === 0
}

/** Splits what refers to clocks that are there from what doesn't. */
function withinClocks(ranges: Ranges, clock: (client: number) => number): Ranges {
  const inside: Ranges = new Map()
  for (const [client, list] of ranges) {
    const end = clock(client)
    const kept = list.flatMap((range) => {
      const length = Math.min(range.length, end - range.clock)
      return length > 0 ? [{ clock: range.clock, length }] : []
    })
    if (kept.length > 0) inside.set(client, kept)
  }
  return inside
}

/** Whether every range holds something, and lies where a clock may be. */
function areSane(ranges: Ranges): boolean {
  for (const list of ranges.values()) {
    for (const { clock, length } of list) if (length < 1 || clock + length > MAX_CLOCK) return false
  }
  return true
}

const size = (ranges: Ranges): number => {
  let sum = 0
  for (const list of ranges.values()) for (const { length } of list) sum += length
  return sum
}

/** The update without the structs below `from` and with `deletes` in place of its delete set. */
function cut(
  update: Uint8Array,
  from: ReadonlyMap<number, number>,
  given: Ranges,
  deletes: Ranges,
): Uint8Array {
  const diff = Y.diffUpdate(update, encodeClocks(from))
  const structs = diff.subarray(0, diff.length - encodeDeletes(given).length)
  return Buffer.concat([structs, encodeDeletes(deletes)])
}

/**
 * Checks an update by `participant` against what the room knows, without applying it: clocks go on from the known ones,
 * references lead to known structs, client ids are the participant's own, and lengths are sane. Structs that are known
 * already are fine from anyone; other people's new ones are left out.
 */
export function checkUpdate(update: Uint8Array, ledger: Ledger, participant: string): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return { kind: 'malformed' }
  }
  const runs = runsOf(decoded.structs)
  const given = rangesOf(decoded.ds)
  if (!runs || !areSane(given)) return { kind: 'malformed' }

  let leftOut: Refusal | null = null
  let whole = true
  const from = new Map<number, number>()
  const taken: Run[] = []
  const claims: number[] = []
  for (const run of runs) {
    const known = ledger.clock(run.client)
    const owner = ledger.owner(run.client)
    const isNews = run.end > known
    const isForeign = owner !== undefined && owner !== participant
    if (isNews && !isForeign && !run.holed && run.start <= known) {
      taken.push(run)
      from.set(run.client, known)
      whole &&= run.start === known
      if (!ledger.isClaimed(run.client)) claims.push(run.client)
    } else {
      from.set(run.client, ALL)
      whole = false
      if (isNews) leftOut = isForeign ? 'foreign' : 'missing'
    }
  }
  const isServer = participant === SERVER
  const inAll = claims.length === 0 || isServer ? 0 : ledger.claimsOf(participant) + claims.length
  if (claims.length > MAX_CLAIMS || inAll > MAX_CLAIMS_IN_ALL)
    return { kind: 'refused', why: 'too-many-clients' }
  if (!canIntegrate(taken, ledger)) return { kind: 'refused', why: leftOut ?? 'missing' }
  for (const { structs } of taken) {
    // A subdocument has an identity of its own, which the relay knows nothing of.
    if (structs.some((s) => s instanceof Y.Item && s.content instanceof Y.ContentDoc)) {
      return { kind: 'refused', why: 'subdocument' }
    }
  }

  const clocks = new Map(taken.map(({ client, end }) => [client, end]))
  const within = withinClocks(given, (client) => clocks.get(client) ?? ledger.clock(client))
  if (size(within) < size(given)) leftOut ??= 'missing'
  const deletes = ledger.newDeletes(within)
  if (taken.length === 0 && deletes.size === 0) {
    return leftOut ? { kind: 'refused', why: leftOut } : { kind: 'known' }
  }
  whole &&= size(deletes) === size(given)
  return {
    kind: 'accepted',
    update: whole ? update : cut(update, from, given, deletes),
    effect: { clocks, deletes },
    claims,
    leftOut,
  }
}
