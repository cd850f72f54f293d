import * as v from 'valibot'
import type { Role } from '../access.ts'
import { Id, RoundSpecSchema } from './round.ts'

const DAY = 86_400_000
const ms = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DAY))
const on = v.boolean()
const coordinate = v.pipe(v.number(), v.minValue(-1e7), v.maxValue(1e7))
const view = v.tuple([coordinate, coordinate, v.pipe(v.number(), v.minValue(0.01), v.maxValue(10))])

/** Message 102 without its `id`: what a participant wants of the session. */
export const CommandSchema = v.variant('type', [
  v.object({ type: v.literal('stage'), frame: v.nullable(Id) }),
  v.object({ type: v.literal('timer-start'), ms }),
  v.object({ type: v.literal('timer-pause') }),
  v.object({ type: v.literal('timer-resume') }),
  v.object({ type: v.literal('timer-add'), ms }),
  v.object({ type: v.literal('timer-stop') }),
  v.object({ type: v.literal('lock'), ids: v.pipe(v.array(Id), v.maxLength(500)), on }),
  v.object({ type: v.literal('pause'), on }),
  v.object({ type: v.literal('hide-cursors'), on }),
  v.object({ type: v.literal('hide-names'), on }),
  v.object({ type: v.literal('spotlight'), object: v.nullable(Id) }),
  v.object({ type: v.literal('gather'), view }),
  v.object({ type: v.literal('waiting-room'), on }),
  /** makes a short code for a role in place of the one there is; null takes it away */
  v.object({
    type: v.literal('code'),
    role: v.nullable(v.picklist(['partner', 'observer'])),
  }),
  v.object({ type: v.literal('end') }),
  v.object({ type: v.literal('reopen') }),
  /** whom somebody on the board speaks for from now on; null: for no organisation */
  v.object({ type: v.literal('speak-for'), participant: Id, organisation: v.nullable(Id) }),
  /** one's own hand; a facilitator may take down somebody else's */
  v.object({ type: v.literal('hand'), up: on, participant: v.optional(Id) }),
  v.object({ type: v.literal('open-round'), spec: RoundSpecSchema }),
  v.object({ type: v.literal('close-round'), round: Id }),
  v.object({ type: v.literal('reopen-round'), round: Id }),
  v.object({ type: v.literal('reveal-round'), round: Id }),
  v.object({ type: v.literal('discard-round'), round: Id }),
  /** one's own answer; `for` makes it a scribe's entry for somebody without a device */
  v.object({
    type: v.literal('answer'),
    round: Id,
    value: v.unknown(),
    for: v.optional(
      v.object({
        organisation: v.nullable(Id),
        name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)), ''),
      }),
    ),
  }),
  v.object({ type: v.literal('withdraw'), round: Id }),
  /** asks for one's own answer: after a reload nobody but the server knows it */
  v.object({ type: v.literal('my-answer'), round: Id }),
])
/** A command as the server has read it, its defaults filled in. */
export type Command = v.InferOutput<typeof CommandSchema>
/** The `type` of a command. */
export type CommandType = Command['type']

/** A command as a program may write it. */
export type CommandInput = v.InferInput<typeof CommandSchema>

const everyone: readonly Role[] = ['facilitator', 'partner', 'observer']
const speakers: readonly Role[] = ['facilitator', 'partner']
const facilitators: readonly Role[] = ['facilitator']

const allowed: Record<CommandType, readonly Role[]> = {
  stage: facilitators,
  'timer-start': facilitators,
  'timer-pause': facilitators,
  'timer-resume': facilitators,
  'timer-add': facilitators,
  'timer-stop': facilitators,
  lock: facilitators,
  pause: facilitators,
  'hide-cursors': facilitators,
  'hide-names': facilitators,
  spotlight: facilitators,
  gather: facilitators,
  'waiting-room': facilitators,
  code: facilitators,
  end: facilitators,
  reopen: facilitators,
  'speak-for': facilitators,
  hand: everyone,
  'open-round': facilitators,
  'close-round': facilitators,
  'reopen-round': facilitators,
  'reveal-round': facilitators,
  'discard-round': facilitators,
  answer: speakers,
  withdraw: speakers,
  'my-answer': speakers,
}

/** Whether a participant with `role` may give commands of this type; the only place that answers this. */
export const may = (role: Role, type: CommandType): boolean => allowed[type].includes(role)

/** Every type of command. */
export const commandTypes = Object.keys(allowed) as CommandType[]
