import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { decodeJson, messageType } from '../../shared/protocol/messages.ts'
import { syncType } from './frames.ts'
import type { Claimed } from './presence.ts'

/** What a client sent. */
export type ClientMessage =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'update'; update: Uint8Array; step2: boolean }
  | { kind: 'awareness'; entries: Claimed[] }
  | { kind: 'query-awareness' }
  | { kind: 'command'; body: unknown }
  | { kind: 'ignored' }

function readBody(decoder: decoding.Decoder): ClientMessage | undefined {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case messageType.sync: {
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === syncType.step1) {
        Y.decodeStateVector(body)
        return { kind: 'step1', stateVector: body }
      }
      if (step !== syncType.step2 && step !== syncType.update) return undefined
      return { kind: 'update', update: body, step2: step === syncType.step2 }
    }
    case messageType.awareness: {
      const body = decoding.createDecoder(decoding.readVarUint8Array(decoder))
      const entries: Claimed[] = []
      for (let count = decoding.readVarUint(body); count > 0; count -= 1) {
        entries.push({
          clientId: decoding.readVarUint(body),
          clock: decoding.readVarUint(body),
          state: decoding.readVarUint8Array(body),
        })
      }
      return decoding.hasContent(body) ? undefined : { kind: 'awareness', entries }
    }
    case messageType.queryAwareness:
      return { kind: 'query-awareness' }
    case messageType.command:
      return { kind: 'command', body: decodeJson(decoder) }
    case messageType.auth:
      decoding.readVarUint(decoder)
      decoding.readVarString(decoder)
      return { kind: 'ignored' }
    default:
      return undefined
  }
}

/** Reads one message; undefined when it is malformed. */
export function readMessage(bytes: Uint8Array): ClientMessage | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const message = readBody(decoder)
    return decoding.hasContent(decoder) ? undefined : message
  } catch {
    return undefined
  }
}
