import { bringYourOrganisation } from './bring-your-organisation.ts'
import { rightConversations } from './right-conversations.ts'
import { rightRelationships } from './right-relationships.ts'
import { sharingRisk } from './sharing-risk.ts'
import type { Template } from './template.ts'
import { tippingPoint } from './tipping-point.ts'

/** A day that goes from what has to be said, over who trusts whom, to who does what. */
export const oneDay: Template = (organisations) => {
  const conversations = rightConversations([])
  const relationships = rightRelationships(organisations)
  const tipping = tippingPoint([])
  const risks = sharingRisk([])
  const commitments = bringYourOrganisation([])
  return [
    ...conversations.slice(0, 2),
    ...relationships.slice(0, 3),
    ...tipping.slice(3),
    ...risks.slice(1, 3),
    ...commitments.slice(0, 3),
    ...relationships.slice(3),
  ].map((station, i) => ({
    ...station,
    title: `${i + 1}. ${station.title.replace(/^\d+\. /, '')}`,
  }))
}
