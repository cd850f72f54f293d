import type { BoardView } from '../board/view.ts'
import type { MapSource } from '../measures/source.ts'

/** A board that was read once, as measures read it. */
export const sourceOf = (view: BoardView): MapSource => ({
  all: view.objects,
  object: (id) => view.object(id),
  reading: (relationship, end) => view.reading(relationship, end),
  tieMeasure: view.tieMeasure,
})
