import type { Answer, Dimension, End } from '../../shared/board/readings.ts'
import type { ImportIssue } from './issue.ts'

/** What one side said of its trust; a step may lie between two where it was mapped from another scale. */
export type TrustAnswers = Partial<Record<Dimension | 'overall', number | Extract<Answer, string>>>

/** What one side of a tie said. */
export interface Side {
  trust: TrustAnswers
  /** the moment of the answers, ISO 8601 UTC; absent: that of the import */
  when: { at?: string }
  /** values of the relationship’s own fields of one end */
  fields: Record<string, unknown>
}

/** A relationship of two organisations and what each side said. */
export interface Tie {
  /** name keys */
  from: string
  to: string
  sides: Record<End, Side>
  fields: Record<string, unknown>
}

/** An organisation as a file knows it. */
export interface Named {
  name: string
  /** values of its other fields */
  fields: Record<string, unknown>
}

/** What a map file says: its organisations by name key, in the order in which they occur, and its ties. */
export interface Network {
  organisations: ReadonlyMap<string, Named>
  ties: readonly Tie[]
  notes: readonly ImportIssue[]
}
