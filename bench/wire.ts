import { inflateRawSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageType } from '../shared/protocol/messages.ts'

const UPDATE = 2
const MARK = '@@'
const DIGITS = 6

/** What stands before every message: nothing in the y-websocket protocol, the document's name in Hocuspocus'. */
export type Envelope = string | null

const envelop = (envelope: Envelope): encoding.Encoder => {
  const encoder = encoding.createEncoder()
  if (envelope !== null) encoding.writeVarString(encoder, envelope)
  return encoder
}

/** Hocuspocus' authentication, which it waits for even when every token will do. */
export function encodeToken(envelope: Envelope): Uint8Array {
  const encoder = envelop(envelope)
  encoding.writeVarUint(encoder, messageType.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'bench')
  return encoding.toUint8Array(encoder)
}

/** Sync step 1 of an empty document: "send me everything". */
export function encodeHello(envelope: Envelope): Uint8Array {
  const encoder = envelop(envelope)
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint8Array(encoder, Uint8Array.of(0))
  return encoding.toUint8Array(encoder)
}

/** A sync message that carries a Yjs update, as an edit is sent. */
export function encodeUpdate(envelope: Envelope, update: Uint8Array): Uint8Array {
  const encoder = envelop(envelope)
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, UPDATE)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** One client's awareness state. */
export function encodeAwareness(
  envelope: Envelope,
  client: number,
  clock: number,
  state: unknown,
): Uint8Array {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, 1)
  encoding.writeVarUint(update, client)
  encoding.writeVarUint(update, clock)
  encoding.writeVarString(update, JSON.stringify(state))
  const encoder = envelop(envelope)
  encoding.writeVarUint(encoder, messageType.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
  return encoding.toUint8Array(encoder)
}

/** Where a message's number stands: behind the envelope. */
export const headerLength = (envelope: Envelope): number =>
  envelope === null ? 0 : 1 + Buffer.byteLength(envelope)

/** Whether `payload` brings document content: sync step 2 or an update. */
export const isContent = (payload: Buffer, header: number): boolean =>
  (payload[header] === messageType.sync || payload[header] === 4) &&
  (payload[header + 1] === UPDATE || payload[header + 1] === 1)

/** Whether `payload` is the first answer that a joiner waits for. */
export const isFirstState = (payload: Buffer, header: number): boolean =>
  isContent(payload, header) && payload[header + 1] === 1

/** The text of edit number `id`: it can be found in the bytes of any update that carries the edit, merged or not. */
export const mark = (id: number): string => MARK + id.toString(36).padStart(DIGITS, '0')

/** Calls `found` with the number of every edit in `payload`. */
export function findMarks(payload: Buffer, found: (id: number) => void): void {
  let at = payload.indexOf(MARK)
  while (at !== -1) {
    const start = at + MARK.length
    const id = Number.parseInt(payload.toString('latin1', start, start + DIGITS), 36)
    if (!Number.isNaN(id)) found(id)
    at = payload.indexOf(MARK, start)
  }
}

let lastPack: Buffer = Buffer.alloc(0)
let lastMessages: Buffer[] = []

/** The messages in a pack, or the payload itself. Everyone on a board gets the same pack, which is inflated once. */
export function unpack(payload: Buffer): readonly Buffer[] {
  if (payload[0] !== messageType.pack) return [payload]
  if (payload.equals(lastPack)) return lastMessages
  const decoder = decoding.createDecoder(payload)
  decoding.readVarUint(decoder)
  const inner = decoding.createDecoder(inflateRawSync(decoding.readVarUint8Array(decoder)))
  lastPack = Buffer.from(payload)
  lastMessages = []
  while (decoding.hasContent(inner)) {
    lastMessages.push(Buffer.from(decoding.readVarUint8Array(inner)))
  }
  return lastMessages
}
