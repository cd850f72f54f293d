import * as decoding from 'lib0/decoding'
import { messageType } from '../../shared/protocol/messages.ts'

const STEP_2 = 1
const UPDATE = 2

/** What a sync message is, as far as counting goes. */
export type SyncKind = { kind: 'step2'; structs: boolean } | { kind: 'update' } | { kind: 'other' }

/** Looks at the head of an outgoing message; the number of clients with structs is an update's first number. */
export function kindOf(message: Uint8Array): SyncKind {
  const decoder = decoding.createDecoder(message)
  if (decoding.readVarUint(decoder) !== messageType.sync) return { kind: 'other' }
  const step = decoding.readVarUint(decoder)
  if (step === UPDATE) return { kind: 'update' }
  if (step !== STEP_2) return { kind: 'other' }
  decoding.readVarUint(decoder)
  return { kind: 'step2', structs: decoding.readVarUint(decoder) > 0 }
}

/** A WebSocket that keeps document content back until it is let go. */
export interface HoldingSocket extends WebSocket {
  /** Sends what was kept back, and everything at once from now on. */
  letGo(): void
}

/**
 * A WebSocket class for y-websocket: `sent` hears of each sync message in the order in which the server gets them.
 * Content is kept back until `letGo`, so that a copy from before a restore is never merged into the restored board.
 */
export function holdingSocket(
  Base: typeof WebSocket,
  sent: (message: SyncKind) => void,
): typeof WebSocket {
  return class extends Base implements HoldingSocket {
    #held: (string | ArrayBufferLike | Blob | ArrayBufferView)[] | undefined = []

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      const message: SyncKind = data instanceof Uint8Array ? kindOf(data) : { kind: 'other' }
      if (message.kind !== 'other') {
        sent(message)
        if (this.#held) {
          this.#held.push(data)
          return
        }
      }
      super.send(data as Uint8Array<ArrayBuffer>)
    }

    letGo(): void {
      const held = this.#held ?? []
      this.#held = undefined
      for (const data of held) super.send(data as Uint8Array<ArrayBuffer>)
    }
  }
}
