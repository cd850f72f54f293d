import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageType } from '../../shared/protocol/messages.ts'
import { splitUpdate } from '../../shared/update/split.ts'

const STEP_2 = 1
const UPDATE = 2
/** Far below what a server takes as one message, and quick to check for it. */
const PIECE_BYTES = 100_000

/** What a sync message is, as far as counting goes. */
export type SyncKind = { kind: 'step2'; structs: boolean } | { kind: 'update' } | { kind: 'other' }

/** Looks at the head of an outgoing message; the number of clients with structs is an update's first number. */
function kindOf(message: Uint8Array): SyncKind {
  const decoder = decoding.createDecoder(message)
  if (decoding.readVarUint(decoder) !== messageType.sync) return { kind: 'other' }
  const step = decoding.readVarUint(decoder)
  if (step === UPDATE) return { kind: 'update' }
  if (step !== STEP_2) return { kind: 'other' }
  decoding.readVarUint(decoder)
  return { kind: 'step2', structs: decoding.readVarUint(decoder) > 0 }
}

/** Long offline work goes out in several messages: a step 2 is preceded by updates, and still says that all is there. */
function framesOf(message: Uint8Array): Uint8Array[] {
  if (message.length <= PIECE_BYTES) return [message]
  const decoder = decoding.createDecoder(message)
  if (decoding.readVarUint(decoder) !== messageType.sync) return [message]
  const step = decoding.readVarUint(decoder)
  if (step !== STEP_2 && step !== UPDATE) return [message]
  const pieces = splitUpdate(decoding.readVarUint8Array(decoder), PIECE_BYTES)
  return pieces.map((piece, i) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, i === pieces.length - 1 ? step : UPDATE)
    encoding.writeVarUint8Array(encoder, piece)
    return encoding.toUint8Array(encoder)
  })
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
    #held: Uint8Array[] | undefined = []

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (data instanceof Uint8Array) for (const frame of framesOf(data)) this.#send(frame)
      else super.send(data as string)
    }

    #send(frame: Uint8Array): void {
      const message = kindOf(frame)
      if (message.kind !== 'other') {
        sent(message)
        if (this.#held) {
          this.#held.push(frame)
          return
        }
      }
      super.send(frame as Uint8Array<ArrayBuffer>)
    }

    letGo(): void {
      const held = this.#held ?? []
      this.#held = undefined
      for (const data of held) super.send(data as Uint8Array<ArrayBuffer>)
    }
  }
}
