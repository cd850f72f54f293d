import * as v from 'valibot'
import { BoardFacts } from './http.ts'
import { SessionSchema } from './session.ts'

/** Answer of `GET` and `PATCH /api/boards/:id`: the board's facts, and its session as message 101 of the WebSocket tells it. */
export const BoardAnswer = v.object({ ...BoardFacts.entries, session: SessionSchema })
export type BoardAnswer = v.InferOutput<typeof BoardAnswer>
