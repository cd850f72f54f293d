import { inflateSync } from 'fflate'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'

/** Handles a pack for y-websocket: each message in it as if it had come by itself. None of them is one that asks for an answer. */
export function takePack(
  _encoder: encoding.Encoder,
  packed: decoding.Decoder,
  provider: WebsocketProvider,
  emitSynced: boolean,
): void {
  const messages = decoding.createDecoder(inflateSync(decoding.readVarUint8Array(packed)))
  while (decoding.hasContent(messages)) {
    const message = decoding.createDecoder(decoding.readVarUint8Array(messages))
    const type = decoding.readVarUint(message)
    provider.messageHandlers[type]?.(encoding.createEncoder(), message, provider, emitSynced, type)
  }
}
