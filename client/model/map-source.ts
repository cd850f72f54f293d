import type { MapSource } from '../../shared/measures/source.ts'
import type { BoardModel } from './board.ts'

/** The board as measures read it, as it is now. */
export const mapSource = (board: BoardModel): MapSource => ({
  all: [...board.objects()],
  say: board.say,
  object: (id) => board.object(id),
  reading: (relationship, end) => board.reading(relationship, end),
  tieMeasure: board.tieMeasure,
})
