import * as v from 'valibot'
import { draftsKey } from './credentials.ts'
import { passing } from './storage.ts'

/** Whose answer is being written: one's own, or one that a facilitator enters for somebody. */
export type DraftSlot = 'own' | 'scribe'

/** A question to somebody, to which an answer is being written in this tab. */
interface DraftOf {
  board: string
  /** who answers, and for whom */
  participant: string
  round: string
}

const DraftsSchema = v.object({
  participant: v.string(),
  round: v.string(),
  own: v.optional(v.unknown()),
  scribe: v.optional(v.unknown()),
})
type Drafts = v.InferOutput<typeof DraftsSchema>

function draftsOf({ board, participant, round }: DraftOf): Drafts {
  const parsed = v.safeParse(DraftsSchema, passing.read(draftsKey(board)))
  const isTheirs =
    parsed.success && parsed.output.participant === participant && parsed.output.round === round
  return isTheirs ? parsed.output : { participant, round }
}

/** What was being written when the tab was loaded anew; undefined when nothing was. It is not checked. */
export const draftFor = (of: DraftOf, slot: DraftSlot): unknown => draftsOf(of)[slot]

/** Keeps what is being written for as long as the tab is open, and for this question alone; undefined forgets it. */
export function keepDraft(of: DraftOf, slot: DraftSlot, value: unknown): void {
  const { participant, round, ...others } = draftsOf(of)
  const slots = { ...others, [slot]: value }
  if (Object.values(slots).every((one) => one === undefined)) passing.remove(draftsKey(of.board))
  else passing.write(draftsKey(of.board), { participant, round, ...slots })
}

/** Forgets what was being written on `board` to any question but `round`; null: to all of them. */
export function forgetDrafts(board: string, round: string | null): void {
  const parsed = v.safeParse(DraftsSchema, passing.read(draftsKey(board)))
  if (parsed.success && parsed.output.round !== round) passing.remove(draftsKey(board))
}
