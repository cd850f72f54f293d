import * as v from 'valibot'
import { ResultsSchema } from './results.ts'
import { Id, RoundSpecSchema, TieSchema } from './round.ts'

const time = v.number()

/** What becomes of a round: answers come in while it is open, rest while it is closed, and are gone after that. */
const roundStates = ['open', 'closed', 'revealed', 'discarded'] as const

const RoundSchema = v.object({
  id: Id,
  spec: RoundSpecSchema,
  ties: v.array(TieSchema),
  state: v.picklist(roundStates),
  openedAt: time,
  /** when it was revealed or discarded */
  endedAt: v.nullable(time),
  results: v.nullable(ResultsSchema),
  /** whether a trust round's readings are in the document; true where there are none to write */
  recorded: v.boolean(),
})
/** A sealed question to all participants; it never holds an answer. */
export type Round = v.InferOutput<typeof RoundSchema>

const CodeSchema = v.object({
  text: v.string(),
  role: v.picklist(['partner', 'observer']),
  /** the link under which those who come by it are listed */
  link: Id,
  until: time,
})
/** A short code to be read from the big screen: it leads to the waiting room and no further. */
export type ShortCode = v.InferOutput<typeof CodeSchema>

/** What is decided about a board beside its content; plain data, kept by the server alone. Times are the server's, ms since 1970. */
export const SessionStateSchema = v.object({
  /** id of the frame that everyone works on, and since when */
  stage: v.nullable(Id),
  stageSince: v.nullable(time),
  /** frame id → ms that it has been the stage for, without the present stretch */
  spent: v.record(Id, v.number()),
  /** runs out at `endsAt`, or is paused with `left` ms to go */
  timer: v.nullable(
    v.union([v.object({ endsAt: time }), v.object({ left: v.pipe(v.number(), v.minValue(0)) })]),
  ),
  /** ids of objects and frames that only a facilitator may change */
  locks: v.array(Id),
  /** nobody but facilitators may edit */
  paused: v.boolean(),
  hideCursors: v.boolean(),
  hideNames: v.boolean(),
  /** id of the object that everyone should look at */
  spotlight: v.nullable(Id),
  /** since when time counts for what is in the spotlight, or else for the stage's own issue */
  spotlightSince: v.optional(v.nullable(time), null),
  /** the only issue in the stage's frame, if there is just one */
  stageIssue: v.optional(v.nullable(Id), null),
  /** object id → ms that it has been talked about, without the present stretch */
  talked: v.optional(v.record(Id, v.number()), {}),
  /** the last call to come to a facilitator: `[centre x, centre y, scale]` of their view */
  gathered: v.nullable(
    v.object({ by: Id, at: time, view: v.tuple([v.number(), v.number(), v.number()]) }),
  ),
  /** who wants to speak, the longest wait first */
  hands: v.array(v.object({ participant: Id, at: time })),
  ended: v.boolean(),
  /** partners and observers who join wait until a facilitator lets them in */
  waitingRoom: v.optional(v.boolean(), false),
  code: v.optional(v.nullable(CodeSchema), null),
  /** from the oldest to the newest */
  rounds: v.array(RoundSchema),
})
/** The session as it is stored; a field that older servers didn't write has its default. */
export type SessionState = v.InferOutput<typeof SessionStateSchema>

/** A session in which nothing has happened yet. */
export const freshSession = (): SessionState => ({
  stage: null,
  stageSince: null,
  spent: {},
  timer: null,
  locks: [],
  paused: false,
  hideCursors: false,
  hideNames: false,
  spotlight: null,
  spotlightSince: null,
  stageIssue: null,
  talked: {},
  gathered: null,
  hands: [],
  ended: false,
  waitingRoom: false,
  code: null,
  rounds: [],
})

/** Ms that the timer has left at `now`; undefined without a timer, negative when it has run over. */
export function timeLeft({ timer }: Pick<SessionState, 'timer'>, now: number): number | undefined {
  if (!timer) return undefined
  return 'left' in timer ? timer.left : timer.endsAt - now
}

/** The round that has neither been revealed nor discarded, if there is one. */
export const roundUnderWay = ({ rounds }: Pick<SessionState, 'rounds'>): Round | undefined =>
  rounds.findLast(({ state }) => state === 'open' || state === 'closed')
