import { bringYourOrganisation } from './bring-your-organisation.ts'
import { outcomesReview } from './outcomes-review.ts'
import { rightConversations } from './right-conversations.ts'
import { rightRelationships } from './right-relationships.ts'
import { sharingRisk } from './sharing-risk.ts'
import { station } from './station.ts'
import { threeModes } from './three-modes.ts'
import { tippingPoint } from './tipping-point.ts'
import { togetherOrAlone } from './together-or-alone.ts'

/** The Welsh of what our templates put on a board, by its English without the number of a step. */
export const cy: Readonly<Record<string, string>> = {
  ...station,
  ...rightConversations,
  ...rightRelationships,
  ...bringYourOrganisation,
  ...tippingPoint,
  ...threeModes,
  ...sharingRisk,
  ...togetherOrAlone,
  ...outcomesReview,
}
