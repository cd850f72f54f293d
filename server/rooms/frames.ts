import * as encoding from 'lib0/encoding'
import { messageType } from '../../shared/protocol/messages.ts'

/** The three kinds of sync message. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/** A sync message: `body` is a state vector for step 1, an update for the others. */
export function syncFrame(type: keyof typeof syncType, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, syncType[type])
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

/** One client's state in an awareness message; `null` says that it has gone. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  /** JSON */
  state: string
}

/** An awareness message. Without entries it changes nothing, and still shows a stock client that the server lives. */
export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(body, clientId)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, state)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}

/** A state vector's bytes. */
export function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clocks.size)
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  return encoding.toUint8Array(encoder)
}
