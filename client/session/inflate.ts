import { PACK_TYPE } from '../../shared/protocol/dialects.ts'

/** Packs whose unpacking was begun before anybody took them, by the buffer that each came in. */
const begun = new WeakMap<ArrayBufferLike, Promise<ArrayBuffer>>()

// The browser's own inflater costs the first load nothing; it answers later.
const inflate = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
  ).arrayBuffer()

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
export const unpacked = (packed: Uint8Array): Promise<ArrayBuffer> =>
  begun.get(packed.buffer) ?? inflate(packed.slice())
