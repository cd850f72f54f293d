import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { LoggedUpdate } from '../store/store.ts'

/** What nodes tell each other about a board that they have open. */
export type LinkFrame =
  /** updates that are in the log; each follows the one before */
  | { kind: 'news'; epoch: string; updates: LoggedUpdate[] }
  /** the log has reached this number, as far as the sender knows; also a sign of life */
  | { kind: 'at'; epoch: string; seq: number }
  /** the same from a node that wants to hear of everyone */
  | { kind: 'hello'; epoch: string; seq: number }
  /** the sender's people, as the relay encodes them */
  | { kind: 'presence' | 'session'; body: Uint8Array }
  /** the sender has closed the board */
  | { kind: 'bye' }
  /** the store holds something else of the board, or the board no more; the sender need not have it open */
  | { kind: 'changed' }

/** Nodes of another version pass over frames that they can't read, and heal from the log. */
const VERSION = 1
const kinds = ['news', 'at', 'hello', 'presence', 'session', 'bye', 'changed'] as const

/** The frame's bytes, as `node` sends it. */
export function encodeFrame(node: string, frame: LinkFrame): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, VERSION)
    encoding.writeUint8(encoder, kinds.indexOf(frame.kind))
    encoding.writeVarString(encoder, node)
    switch (frame.kind) {
      case 'news':
        encoding.writeVarString(encoder, frame.epoch)
        encoding.writeVarUint(encoder, frame.updates.length)
        for (const update of frame.updates) writeUpdate(encoder, update)
        break
      case 'at':
      case 'hello':
        encoding.writeVarString(encoder, frame.epoch)
        encoding.writeVarUint(encoder, frame.seq)
        break
      case 'presence':
      case 'session':
        encoding.writeVarUint8Array(encoder, frame.body)
        break
      case 'bye':
      case 'changed':
        break
    }
  })
}

/** The frame and who sent it; undefined when it can't be read. */
export function decodeFrame(bytes: Uint8Array): { node: string; frame: LinkFrame } | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readUint8(decoder) !== VERSION) return undefined
    const kind = kinds[decoding.readUint8(decoder)]
    const node = decoding.readVarString(decoder)
    const frame = kind && readBody(decoder, kind)
    return frame && !decoding.hasContent(decoder) ? { node, frame } : undefined
  } catch {
    return undefined
  }
}

function readBody(decoder: decoding.Decoder, kind: LinkFrame['kind']): LinkFrame {
  switch (kind) {
    case 'news': {
      const epoch = decoding.readVarString(decoder)
      const count = decoding.readVarUint(decoder)
      const updates: LoggedUpdate[] = []
      while (updates.length < count) updates.push(readUpdate(decoder))
      return { kind, epoch, updates }
    }
    case 'at':
    case 'hello':
      return {
        kind,
        epoch: decoding.readVarString(decoder),
        seq: decoding.readVarUint(decoder),
      }
    case 'presence':
    case 'session':
      return { kind, body: decoding.readVarUint8Array(decoder).slice() }
    case 'bye':
    case 'changed':
      return { kind }
  }
}

function writeUpdate(encoder: encoding.Encoder, { seq, update, claims }: LoggedUpdate): void {
  encoding.writeVarUint(encoder, seq)
  encoding.writeVarUint(encoder, claims.length)
  for (const { clientId, participant } of claims) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarString(encoder, participant)
  }
  encoding.writeVarUint8Array(encoder, update)
}

function readUpdate(decoder: decoding.Decoder): LoggedUpdate {
  const seq = decoding.readVarUint(decoder)
  const count = decoding.readVarUint(decoder)
  const claims: { clientId: number; participant: string }[] = []
  while (claims.length < count) {
    const clientId = decoding.readVarUint(decoder)
    claims.push({ clientId, participant: decoding.readVarString(decoder) })
  }
  return { seq, update: decoding.readVarUint8Array(decoder).slice(), claims }
}
