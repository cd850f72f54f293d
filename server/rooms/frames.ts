import * as encoding from 'lib0/encoding'
import { messageType } from '../../shared/protocol/messages.ts'

/** The three kinds of sync message. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/** A sync message: `body` is a state vector for step 1, an update for the others. */
export function syncFrame(type: keyof typeof syncType, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, syncType[type])
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

/** Whether a message is a sync step 2 or an update: what may be large for an honest reason. */
export const carriesEdits = (message: Uint8Array): boolean =>
  message[0] === messageType.sync && message[1] !== syncType.step1

/** One client's state in an awareness message; `null` says that it has gone. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  /** JSON, as text or in UTF-8 */
  state: string | Uint8Array
}

/** Most bytes of a number in Yjs' variable length. */
const LONGEST = 8

function writeVarUint(into: Uint8Array, at: number, value: number): number {
  let rest = value
  let end = at
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) into[end++] = 0x80 | (rest % 128)
  into[end++] = rest
  return end
}

/** An entry's bytes, to be put into any number of awareness messages. */
export function awarenessEntry({ clientId, clock, state }: AwarenessEntry): Uint8Array {
  const json = typeof state === 'string' ? Buffer.from(state) : state
  const bytes = Buffer.allocUnsafe(3 * LONGEST + json.length)
  const start = writeVarUint(
    bytes,
    writeVarUint(bytes, writeVarUint(bytes, 0, clientId), clock),
    json.length,
  )
  bytes.set(json, start)
  return bytes.subarray(0, start + json.length)
}

/** An awareness message of entries. Without any it changes nothing, and still shows a stock client that the server lives. */
export function awarenessMessage(entries: readonly Uint8Array[]): Uint8Array {
  const count = Buffer.allocUnsafe(LONGEST)
  const countLength = writeVarUint(count, 0, entries.length)
  const body = entries.reduce((sum, { length }) => sum + length, countLength)
  const head = Buffer.allocUnsafe(2 * LONGEST)
  const headLength = writeVarUint(head, writeVarUint(head, 0, messageType.awareness), body)
  return Buffer.concat(
    [head.subarray(0, headLength), count.subarray(0, countLength), ...entries],
    headLength + body,
  )
}

/** An awareness message of states. */
export const awarenessFrame = (entries: readonly AwarenessEntry[]): Uint8Array =>
  awarenessMessage(entries.map(awarenessEntry))

/** A state vector's bytes. */
export function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clocks.size)
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  return encoding.toUint8Array(encoder)
}
