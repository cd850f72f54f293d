import type { Purpose } from './profiles.ts'

/** What a paper asks for because of a flag, by the flag: in the singular, and for several. */
export const asks: Readonly<Record<string, { one: string; ask: string }>> = {
  'public-value': {
    one: 'Ask the owner of {n} objective to say what gets better for people, before more is promised.',
    ask: 'Ask the owners of {n} objectives to say what gets better for people, before more is promised.',
  },
  'sharp-end': {
    one: 'Ask who at the sharp end is to be reached by {n} objective that reaches nobody there yet.',
    ask: 'Ask who at the sharp end is to be reached by {n} objectives that reach nobody there yet.',
  },
  'risk-alone': {
    one: 'Agree how {n} risk that one organisation holds alone should be shared.',
    ask: 'Agree how {n} risks that one organisation holds alone should be shared.',
  },
  'risk-total': {
    one: 'Settle who holds the rest of {n} risk whose shares do not add up.',
    ask: 'Settle who holds the rest of {n} risks whose shares do not add up.',
  },
  'one-way': {
    one: 'Ask what is owed in return for {n} obligation that runs one way, or why nothing is.',
    ask: 'Ask what is owed in return for {n} obligations that run one way, or why nothing is.',
  },
  'no-fallback': {
    one: 'Name who steps in for {n} obligation that cannot fail and has no fallback.',
    ask: 'Name who steps in for {n} obligations that cannot fail and have no fallback.',
  },
  imposed: {
    one: 'Ask what would turn {n} imposed commitment into an offer.',
    ask: 'Ask what would turn {n} imposed commitments into an offer.',
  },
  unowned: {
    one: 'Give {n} commitment an owner and a date by the next meeting, or withdraw it.',
    ask: 'Give {n} commitments an owner and a date by the next meeting, or withdraw them.',
  },
  unsigned: {
    one: 'Invite those who have not signed {n} working agreement to sign or to say why not.',
    ask: 'Invite those who have not signed {n} working agreements to sign or to say why not.',
  },
  overdue: {
    one: 'Look at {n} review or date that has passed before anything new is agreed.',
    ask: 'Look at {n} reviews or dates that have passed before anything new is agreed.',
  },
  culture: {
    one: 'Talk through the widest difference in culture before it is taken for bad will.',
    ask: 'Talk through the widest differences in culture before they are taken for bad will.',
  },
  deal: {
    one: 'Say what would build trust in {n} relationship that leans on the deal.',
    ask: 'Say what would build trust in {n} relationships that lean on the deal.',
  },
}

/** What a paper asks for first, by what it is for. */
export const openings: Readonly<Record<Purpose | '', string>> = {
  '': 'Receive this map of relationships as the shared starting point.',
  decision: 'Approve this map of relationships as the shared starting point.',
  discussion: 'Discuss this map of relationships, and what it leaves unsaid.',
  assurance:
    'Take assurance that both sides of each relationship have been asked, and note where they were not answered.',
  noting: 'Note this map of relationships.',
}
