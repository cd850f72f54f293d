import * as v from 'valibot'
import type { Role } from '../access.ts'
import { lineOf } from '../protocol/line.ts'

/** Longest note on a pressure gauge, in characters. */
export const GAUGE_NOTE_MAX = 280
/** Longest anonymous assumption, in characters. */
export const ASSUMPTION_MAX = 280

/** So many cards without a name are put up together, so that none can be told by its time. */
export const CARDS_TOGETHER = 3

const level = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)))
const note = v.pipe(v.string(), v.trim(), v.maxLength(GAUGE_NOTE_MAX))

/** An organisation's pressure gauge: `level` 1–4, null when it is not set; `published`: everyone on the board may see it. */
export const GaugeSchema = v.object({ level, note, published: v.boolean() })
/** An organisation's pressure gauge as it is read. */
export type Gauge = v.InferOutput<typeof GaugeSchema>

/** Message 102 without its `id` where it is about what the server keeps apart from board and session. */
export const PrivateCommandSchema = v.variant('type', [
  /** one's own organisation's gauge; the answer to both is a `Gauge` */
  v.object({ type: v.literal('my-gauge') }),
  /** what is left out stays as it is: a colleague may have set it since */
  v.object({ type: v.literal('set-gauge'), ...v.partial(GaugeSchema).entries }),
  /** a card that the server writes, together with others and in no order; the answer tells how many wait */
  v.object({
    type: v.literal('add-assumption'),
    text: lineOf('The assumption', ASSUMPTION_MAX),
    about: v.picklist(['all', 'public', 'private', 'voluntary', 'community']),
  }),
  v.object({ type: v.literal('waiting-assumptions') }),
  /** puts up what waits, however few */
  v.object({ type: v.literal('post-assumptions') }),
])
/** A private command as the server has read it. */
export type PrivateCommand = v.InferOutput<typeof PrivateCommandSchema>
/** The `type` of a private command. */
export type PrivateCommandType = PrivateCommand['type']

/** Such a command as a program may write it. */
export type PrivateCommandInput = v.InferInput<typeof PrivateCommandSchema>

/** Answer to the commands about cards without a name: how many wait to be put up. */
export const WaitingSchema = v.object({ waiting: v.number() })

const speakers: readonly Role[] = ['facilitator', 'partner']

const allowed: Record<PrivateCommandType, readonly Role[]> = {
  'my-gauge': speakers,
  'set-gauge': speakers,
  'add-assumption': speakers,
  'waiting-assumptions': speakers,
  'post-assumptions': ['facilitator'],
}

/** Every type of private command. */
export const privateCommandTypes = Object.keys(allowed) as PrivateCommandType[]

/** Whether a participant with `role` may give private commands of this type; the only place that answers this. */
export const mayPrivately = (role: Role, type: PrivateCommandType): boolean =>
  allowed[type].includes(role)
