import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { PACK_TYPE } from './dialects.ts'

/** Message numbers on `/sync/:boardId`: the first four are y-websocket's, the others are Rapport's own dialect. */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  session: 101,
  command: 102,
  result: 103,
  pack: PACK_TYPE,
} as const

/**
 * `saved`: everything that the state vector covers is on disk, and so are the first `messages` sync messages
 * (step 2 and update) of this connection, or they were refused with a notice. The count is what tells that a deletion,
 * which moves no clock, is on disk. Sent at join and whenever the count rises, not after other people's edits.
 */
export interface Saved {
  stateVector: Uint8Array
  messages: number
}

/** The bytes of a `saved` message. */
export function encodeSaved({ stateVector, messages }: Saved): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.saved)
  encoding.writeVarUint8Array(encoder, stateVector)
  encoding.writeVarUint(encoder, messages)
  return encoding.toUint8Array(encoder)
}

/** Reads a `saved` message whose number has already been read. */
export const decodeSaved = (decoder: decoding.Decoder): Saved => ({
  stateVector: decoding.readVarUint8Array(decoder),
  messages: decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : 0,
})

/** The bytes of a `session`, `command` or `result` message: the number, then JSON as a var-string. */
export function encodeJson(type: 101 | 102 | 103, body: unknown): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder)
}

/** Reads the JSON body of a message whose number has already been read; throws on malformed bytes or JSON. */
export const decodeJson = (decoder: decoding.Decoder): unknown =>
  JSON.parse(decoding.readVarString(decoder))
