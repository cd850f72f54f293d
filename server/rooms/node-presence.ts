import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What one client on another node shows. */
export interface NodeEntry {
  clientId: number
  clock: number
  /** whose it is, as the node that they are on knows */
  participant: string
  /** its bytes for an awareness message, stamped there */
  entry: Uint8Array
  /** JSON in UTF-8, out of the entry */
  state: Uint8Array
  isGone: boolean
}

/** What a node tells others of the presence on it. */
export interface NodePresence {
  /** nobody else is there */
  isAll: boolean
  entries: NodeEntry[]
}

/** The bytes for other nodes. */
export function encodePresence(
  entries: readonly Pick<NodeEntry, 'participant' | 'entry'>[],
  isAll: boolean,
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, isAll ? 1 : 0)
    encoding.writeVarUint(encoder, entries.length)
    for (const { participant, entry } of entries) {
      encoding.writeVarString(encoder, participant)
      encoding.writeVarUint8Array(encoder, entry)
    }
  })
}

const GONE = Buffer.from('null')

/** Reads what `encodePresence` wrote; throws when it can't be read. */
export function decodePresence(body: Uint8Array): NodePresence {
  const decoder = decoding.createDecoder(body)
  const isAll = decoding.readUint8(decoder) === 1
  const entries: NodeEntry[] = []
  for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
    const participant = decoding.readVarString(decoder)
    const entry = decoding.readVarUint8Array(decoder).slice()
    const head = decoding.createDecoder(entry)
    const [clientId, clock] = [decoding.readVarUint(head), decoding.readVarUint(head)]
    const state = decoding.readVarUint8Array(head)
    entries.push({ participant, entry, clientId, clock, state, isGone: GONE.equals(state) })
  }
  return { isAll, entries }
}

/** The bytes that tell other nodes who is on the board here. */
export function encodeOnline(ids: ReadonlySet<string>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, ids.size)
    for (const id of ids) encoding.writeVarString(encoder, id)
  })
}

/** Reads what `encodeOnline` wrote; throws when it can't be read. */
export function decodeOnline(body: Uint8Array): string[] {
  const decoder = decoding.createDecoder(body)
  const ids: string[] = []
  for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
    ids.push(decoding.readVarString(decoder))
  }
  return ids
}
