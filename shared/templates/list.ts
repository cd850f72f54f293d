/** What a person reads about a template before choosing it. */
export interface TemplateFacts {
  /** value of `template` when a board is created; never changes */
  id: string
  name: string
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
    description: 'An open canvas, with the organisations that you name placed on it.',
    gives: ['an empty board'],
  },
]
