import { deflateRawSync } from 'node:zlib'
import * as encoding from 'lib0/encoding'
import { messageType } from '../../shared/protocol/messages.ts'

/** Messages smaller than this together are sent as they are: packing them would cost more than it saves. */
const WORTH_IT = 1_500

/** Several messages as one that is deflated, or undefined where that isn't worth the work. */
export function pack(messages: readonly Uint8Array[]): Uint8Array | undefined {
  const size = messages.reduce((sum, { length }) => sum + length, 0)
  if (size < WORTH_IT) return undefined
  const inner = encoding.createEncoder()
  for (const message of messages) encoding.writeVarUint8Array(inner, message)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.pack)
  encoding.writeVarUint8Array(
    encoder,
    // The lowest level finds what awareness repeats in every state, at a third of the default's time.
    deflateRawSync(encoding.toUint8Array(inner), { level: 1 }),
  )
  return encoding.toUint8Array(encoder)
}
