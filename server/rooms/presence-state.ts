import type { ParticipantRow } from '../store/store.ts'
import { isRecord } from '../../shared/record.ts'

/** The state of who shows nothing. */
export const GONE = Buffer.from('null')
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Whether a state is that of who shows nothing. */
export const saysGone = (state: Uint8Array): boolean => GONE.equals(state)

const stamps = new WeakMap<ParticipantRow, Buffer>()

/** The beginning of a participant's states: what the server knows of them. */
function stampOf(row: ParticipantRow): Buffer {
  const known = stamps.get(row)
  if (known !== undefined) return known
  const { id, name, role, organisation } = row
  const made = Buffer.from(`{"participant":${JSON.stringify({ id, name, role, organisation })}`)
  stamps.set(row, made)
  return made
}

/** A state is an object, or null for nothing; undefined when it is neither. */
export function parseState(bytes: Uint8Array): object | null | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(utf8.decode(bytes))
  } catch {
    return undefined
  }
  return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : undefined
}

const BRACE = '{'.charCodeAt(0)
const COMMA = Buffer.from(',')

/** What presence keeps to the server: where people point, and who they are. */
export interface Veil {
  cursors: boolean
  names: boolean
}

/** The keys under which programs say of themselves who they are, in `user` or beside it. */
const NAMING = ['name', 'role', 'organisation'] as const
const saysWho = (parsed: object): boolean =>
  'participant' in parsed || 'user' in parsed || NAMING.some((key) => key in parsed)

type Who = Pick<ParticipantRow, (typeof NAMING)[number]>

/** What a state says of names, roles and organisations, in the server's words; without `who` not at all. */
function corrected(said: Record<string, unknown>, who: Who | undefined): Record<string, unknown> {
  const made = { ...said }
  for (const key of NAMING) {
    if (!(key in made)) continue
    if (who) made[key] = who[key]
    else delete made[key]
  }
  if ('user' in made) {
    if (isRecord(made['user'])) made['user'] = corrected(made['user'], who)
    else delete made['user']
  }
  return made
}

/** A state without what is veiled; what has no name is nobody's, not even a facilitator's. */
export function veiled(parsed: object, { cursors, names }: Veil): Uint8Array {
  const { participant, cursor, ...rest } = parsed as Record<string, unknown>
  return Buffer.from(
    JSON.stringify({
      ...(!names && participant !== undefined && { participant }),
      ...(!cursors && cursor !== undefined && { cursor }),
      ...(names ? corrected(rest, undefined) : rest),
    }),
  )
}

/** A state as everyone gets it: whatever it said of its participant is replaced by what the server knows; null when malformed. */
export function stamp(state: Uint8Array, row: ParticipantRow, veil: Veil): Uint8Array | null {
  const parsed = parseState(state)
  if (!parsed) return parsed === null ? GONE : null
  if (veil.cursors || veil.names) {
    const { id, name, role, organisation } = row
    const own = saysWho(parsed) ? corrected(parsed as Record<string, unknown>, row) : parsed
    return veiled({ ...own, participant: { id, name, role, organisation } }, veil)
  }
  const isEmpty = Object.keys(parsed).every((key) => key === 'participant')
  if (isEmpty) return Buffer.concat([stampOf(row), Buffer.from('}')])
  // What says nothing of its participant is passed on as it came.
  if (!saysWho(parsed))
    return Buffer.concat([stampOf(row), COMMA, state.subarray(state.indexOf(BRACE) + 1)])
  const { participant: _stated, ...rest } = parsed as Record<string, unknown>
  const json = Buffer.from(JSON.stringify(corrected(rest, row)))
  return Buffer.concat([stampOf(row), COMMA, json.subarray(json.indexOf(BRACE) + 1)])
}
