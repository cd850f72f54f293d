/** What a person reads about a template before choosing it. */
export interface TemplateFacts {
  /** value of `template` when a board is created; never changes */
  id: string
  name: string
  /** offered first, or among the others */
  group: 'core' | 'more'
  /** one line: what it is for */
  description: string
  /** how long the session takes; absent where that is up to the facilitator */
  minutes?: number
  /** what people go home with, a few words each */
  gives: readonly string[]
}

/** Every template that a board can start from, in the order in which the start page offers them. */
export const templates: readonly TemplateFacts[] = [
  {
    id: 'right-conversations',
    name: 'The right conversations',
    group: 'core',
    description:
      'Find what matters, see what is being avoided, and agree what to talk about first.',
    minutes: 60,
    gives: [
      'issues placed by importance and avoidance',
      'side shows parked',
      'the next conversations, with hosts',
    ],
  },
  {
    id: 'right-relationships',
    name: 'The right relationships',
    group: 'core',
    description:
      'Draw who works with whom, hear both sides of each tie, and agree how to work together.',
    minutes: 75,
    gives: [
      'a map with both sides of each tie',
      'what each organisation brings and wants',
      'a working agreement',
    ],
  },
  {
    id: 'bring-your-organisation',
    name: 'Bring your organisation to bear',
    group: 'core',
    description: 'Turn shared objectives into commitments that somebody owns, by a date.',
    minutes: 75,
    gives: [
      'objectives with their public value',
      'commitments offered and accepted',
      'who owns what by when',
    ],
  },
  {
    id: 'blank',
    name: 'Blank board',
    group: 'core',
    description: 'An open canvas, with the organisations that you name placed on it.',
    gives: ['an empty board'],
  },
  {
    id: 'tipping-point',
    name: 'Tipping point and breaking point',
    group: 'more',
    description:
      'See how strong the pull to join up is, how close each is to breaking, and what holds you there.',
    minutes: 80,
    gives: [
      'each organisation on two axes',
      'the paradoxes of place, survival and trust',
      'one step from deal to relationship',
    ],
  },
  {
    id: 'three-modes',
    name: 'Three modes of partnership',
    group: 'more',
    description: 'Naive, looks aligned, or genuine: hear from both ends which one you are in.',
    minutes: 75,
    gives: [
      'a mode at each end of each tie',
      'the widest differences in culture',
      'a signed agreement',
    ],
  },
  {
    id: 'sharing-risk',
    name: 'Sharing risk and obligations',
    group: 'more',
    description: 'See who holds which risk, who should, and what each owes the other.',
    minutes: 75,
    gives: [
      'risks with shares today and wanted',
      'obligations both ways',
      'who steps in where it cannot fail',
    ],
  },
  {
    id: 'together-or-alone',
    name: 'Together or alone?',
    group: 'more',
    description:
      'Ask whether working together is worth it here, how closely, and whether this is the moment.',
    minutes: 70,
    gives: ['assumptions weighed', 'the level that each piece of work needs', 'with whom to begin'],
  },
  {
    id: 'outcomes-review',
    name: 'Outcomes review',
    group: 'more',
    description: 'Look at what came of it, who at the sharp end noticed, and what to change.',
    minutes: 60,
    gives: ['objectives against their baseline', 'who was reached', 'what to keep, stop and try'],
  },
  {
    id: 'one-day',
    name: 'One-day workshop',
    group: 'more',
    description: 'A day from what has to be said, over who trusts whom, to who does what by when.',
    minutes: 235,
    gives: ['the whole map', 'risks and obligations', 'commitments and a working agreement'],
  },
]
