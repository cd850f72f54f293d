import { joined } from '../../shared/bytes.ts'
import { PACK_TYPE } from '../../shared/protocol/dialects.ts'

/** Packs whose unpacking was begun before anybody took them, by the buffer that each came in. */
const begun = new WeakMap<ArrayBufferLike, Promise<Uint8Array>>()

// The browser's own inflater costs the first load nothing; it answers later. Blobs and responses would go by way of other processes.
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  // Whoever reads meets the failure.
  writer.write(bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  const reader = readable.getReader()
  const parts: Uint8Array[] = []
  for (let part = await reader.read(); !part.done; part = await reader.read())
    parts.push(part.value)
  return joined(parts)
}

/** Begins to unpack what came, if that is a pack: whoever takes it later with `unpacked` waits less. */
export function unpackAhead(data: unknown): void {
  if (!(data instanceof ArrayBuffer)) return
  const bytes = new Uint8Array(data)
  if (bytes[0] !== PACK_TYPE) return
  // The length, which says no more than the message's own: seven bits a byte, the last without the eighth.
  const start = bytes.findIndex((byte, at) => at > 0 && byte < 128) + 1
  const unpacking = inflate(bytes.subarray(start))
  // Whoever takes it meets the failure.
  unpacking.catch(() => undefined)
  begun.set(data, unpacking)
}

/** What a pack holds, `packed` being its bytes where they came in; rejects where they can't be read. */
export const unpacked = (packed: Uint8Array): Promise<Uint8Array> =>
  begun.get(packed.buffer) ?? inflate(packed.slice())
