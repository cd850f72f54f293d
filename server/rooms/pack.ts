import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync } from 'node:zlib'
import * as encoding from 'lib0/encoding'
import { messageType } from '../../shared/protocol/messages.ts'

/** Messages smaller than this together are sent as they are: packing them would cost more than it saves. */
const WORTH_IT = 1_500

/** Bytes from which on a lone message is worth deflating off the event loop; a board comes to a sixth of them. */
export const WORTH_PACKING_LATER = 20_000

// The lowest level finds what awareness repeats in every state, and a board in its objects, at a third of the default's time.
const QUICK = { level: 1 }
const deflateLater = promisify(deflateRaw)

function listOf(messages: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const message of messages) encoding.writeVarUint8Array(encoder, message)
  return encoding.toUint8Array(encoder)
}

function packOf(deflated: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.pack)
  encoding.writeVarUint8Array(encoder, deflated)
  return encoding.toUint8Array(encoder)
}

/** Several messages as one that is deflated, or undefined where that isn't worth the work. */
export function pack(messages: readonly Uint8Array[]): Uint8Array | undefined {
  const size = messages.reduce((sum, { length }) => sum + length, 0)
  return size < WORTH_IT ? undefined : packOf(deflateRawSync(listOf(messages), QUICK))
}

/** A large message deflated, off the event loop. */
export const packLarge = async (message: Uint8Array): Promise<Uint8Array> =>
  packOf(await deflateLater(listOf([message]), QUICK))
