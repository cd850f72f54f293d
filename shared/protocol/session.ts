import * as v from 'valibot'
import { roles } from '../access.ts'
import { SessionStateSchema } from '../session/state.ts'

const Participant = v.object({
  id: v.string(),
  name: v.string(),
  role: v.picklist(roles),
  /** id of the organisation object that the participant speaks for; null for observers */
  organisation: v.nullable(v.string()),
  online: v.boolean(),
})
/** A participant as the server knows them; awareness carries the same under `participant`, stamped by the server. */
export type SessionParticipant = v.InferOutput<typeof Participant>

const Waiting = v.object({
  id: v.string(),
  name: v.string(),
  role: v.picklist(roles),
  /** id of an organisation on the board, or the name of one that would be new to it; null for none */
  organisation: v.nullable(v.string()),
})
/** Somebody who has asked to join and waits for a facilitator to let them in. */
export type WaitingPerson = v.InferOutput<typeof Waiting>

/** What is decided about the board beside its content, with how many have answered each round that is under way. */
const RunSchema = v.object({
  ...SessionStateSchema.entries,
  /** round id → number of answers; never who gave them */
  answered: v.record(v.string(), v.number()),
  /** round id → how many of them a scribe entered for somebody without a device */
  scribed: v.optional(v.record(v.string(), v.number()), {}),
  /** round id → how many people who may answer have been here since it was asked, those who have left among them */
  attended: v.optional(v.record(v.string(), v.number()), {}),
})
/** The state of the session apart from its participants; moments are ms since 1970 by the server's clock. */
export type Run = v.InferOutput<typeof RunSchema>

/** Message 101: what the server alone decides about a board and everyone sees alike. */
export const SessionSchema = v.object({
  /** changes when a board is restored or erased; a copy of another epoch must be dropped */
  epoch: v.string(),
  /** the server's clock when it sent this, ms since 1970 */
  now: v.number(),
  /** nobody may edit */
  readOnly: v.boolean(),
  /** `failing`: edits are relayed but can't be put on disk at the moment */
  storage: v.picklist(['ok', 'failing']),
  participants: v.array(Participant),
  /** who waits to be let in, the longest wait first; facilitators alone are told */
  waiting: v.optional(v.array(Waiting)),
  run: RunSchema,
})
/** Message 101 as it is read. */
export type Session = v.InferOutput<typeof SessionSchema>

/** Message 103 without an `id`: something this participant should be told. */
export const notices = [
  'read-only',
  'paused',
  'locked',
  'refused',
  'rate-limited',
  'too-large',
  'storage-full',
  'removed',
  'board-closed',
] as const
/** One of `notices`. */
export type Notice = (typeof notices)[number]

/** Message 103: the answer to a command, or a notice. */
export const ResultSchema = v.union([
  v.object({ id: v.string(), ok: v.unknown() }),
  v.object({ id: v.string(), error: v.string() }),
  v.object({
    notice: v.picklist(notices),
    detail: v.optional(v.string()),
    /** number of the sync message of this connection of which nothing was taken */
    message: v.optional(v.number()),
  }),
])
/** Message 103 as it is read. */
export type ResultMessage = v.InferOutput<typeof ResultSchema>
