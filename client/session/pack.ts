import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsUpdate } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import { transact } from 'yjs'
import { messageType } from '../../shared/protocol/messages.ts'
import { unpacked } from './inflate.ts'

const isUpdate = (message: Uint8Array): boolean =>
  message[0] === messageType.sync && message[1] === messageYjsUpdate

/**
 * Makes the handler of packs for y-websocket: each message in one as if it had come by itself, packs in their order; updates
 * in a row make one transaction.
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
    // It answers later, so packs wait for one another.
    const inflated = unpacked(decoding.readVarUint8Array(packed))
    const handle = (message: Uint8Array): void => {
      const decoder = decoding.createDecoder(message)
      const type = decoding.readVarUint(decoder)
      const answer = encoding.createEncoder()
      provider.messageHandlers[type]?.(answer, decoder, provider, emitSynced, type)
    }
    const take = async (): Promise<void> => {
      const messages = decoding.createDecoder(await inflated)
      if (provider.ws !== socket) return
      let updates: Uint8Array[] = []
      // What twenty people do at once is one event, not twenty: whoever listens has his say once.
      const apply = (): void => {
        if (updates.length === 0) return
        transact(provider.doc, () => updates.forEach(handle), provider, false)
        updates = []
      }
      while (decoding.hasContent(messages)) {
        const message = decoding.readVarUint8Array(messages)
        if (isUpdate(message)) {
          updates.push(message)
          continue
        }
        apply()
        handle(message)
      }
      apply()
    }
    last = last.then(take).catch(() => {
      // A pack that can't be read leaves this window behind the others: a new socket brings it into step.
      if (provider.ws === socket) socket?.close()
    })
  }
}
