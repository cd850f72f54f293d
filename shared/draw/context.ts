import type { BoardObject } from '../board/object.ts'
import type { LaneMeasure } from '../board/layout.ts'
import type { End, Reading } from '../board/readings.ts'
import type { Box } from '../geometry.ts'
import type { Say } from '../words/words.ts'
import type { TieSetting } from './tie-course.ts'

/** An object that lines lead around, and the world box that it takes. */
export interface Obstacle {
  id: string
  box: Box
}

/** What an object's drawing may look up beyond the object itself: the board as it is now. */
export interface DrawContext {
  /** the words that Rapport itself puts on a drawing, in the reader's language */
  say: Say
  /** another object, or undefined when it is gone */
  object(id: string): BoardObject | undefined
  /** all objects of one type, in no particular order; without it a drawing shows only those that it names */
  ofType?(type: string): Iterable<BoardObject>
  /** the newest reading that `end` of the relationship gave */
  reading(relationship: string, end: End): Reading | undefined
  /** what the lanes of a relationship show */
  tieMeasure: LaneMeasure
  /** a relationship or connector among its neighbours, from `tieSettings`; without it each is drawn as if it were alone */
  tieSetting?(relationship: string): TieSetting
  /** what lines lead around in a part of the world, in no particular order; without it nothing is in their way */
  obstacles?(area: Box): readonly Obstacle[]
}
