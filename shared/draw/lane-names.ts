import type { LaneMeasure } from '../board/layout.ts'
import type { TieValue } from '../measures/tie.ts'

/** What a lane says that is drawn as one of `value` is: its English, for `say`. */
export interface LaneName {
  value: TieValue
  meaning: string
}

const notAnswered: LaneName = { value: undefined, meaning: 'Not answered' }

/** Everything that a lane of a measure can say, from the most to nothing. */
export const laneNames: Readonly<Record<LaneMeasure, readonly LaneName[]>> = {
  trust: [
    { value: 4, meaning: 'A great deal' },
    { value: 3, meaning: 'A fair amount' },
    { value: 2, meaning: 'A small amount' },
    { value: 1, meaning: 'Not at all' },
    { value: 'unknown', meaning: 'Don’t know' },
    notAnswered,
  ],
  contact: [
    { value: 4, meaning: 'All the time' },
    { value: 3, meaning: 'Often' },
    { value: 2, meaning: 'Now and then' },
    { value: 1, meaning: 'Rarely' },
    notAnswered,
  ],
  level: [
    { value: 4, meaning: 'Collaborating' },
    { value: 3, meaning: 'Cooperating' },
    { value: 2, meaning: 'Coordinating' },
    { value: 1, meaning: 'Networking' },
    { value: 0, meaning: 'None' },
    notAnswered,
  ],
}
