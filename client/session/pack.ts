import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'

// The browser's own inflater costs the first load nothing; it answers later, so packs wait for one another.
const inflate = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
  ).arrayBuffer()

/**
 * Makes the handler of packs for y-websocket: each message in one as if it had come by itself, packs in their order.
 * What was still being unpacked when the socket went is dropped. None of the messages asks for an answer.
 */
export function packTaker(): (
  encoder: encoding.Encoder,
  packed: decoding.Decoder,
  provider: WebsocketProvider,
  emitSynced: boolean,
) => void {
  let last: Promise<unknown> = Promise.resolve()
  return (_encoder, packed, provider, emitSynced) => {
    const socket = provider.ws
    const inflated = inflate(decoding.readVarUint8Array(packed).slice())
    const take = async (): Promise<void> => {
      const messages = decoding.createDecoder(new Uint8Array(await inflated))
      if (provider.ws !== socket) return
      while (decoding.hasContent(messages)) {
        const message = decoding.createDecoder(decoding.readVarUint8Array(messages))
        const type = decoding.readVarUint(message)
        provider.messageHandlers[type]?.(
          encoding.createEncoder(),
          message,
          provider,
          emitSynced,
          type,
        )
      }
    }
    last = last.then(take).catch(() => {
      // A pack that can't be read leaves this window behind the others: a new socket brings it into step.
      if (provider.ws === socket) socket?.close()
    })
  }
}
