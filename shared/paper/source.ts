import type { MapSource } from '../measures/source.ts'
import type { ToldView } from './told-view.ts'

/** A board that was read once, as measures read it. */
export const sourceOf = (view: ToldView): MapSource => ({
  all: view.objects,
  say: view.say,
  object: (id) => view.object(id),
  reading: (relationship, end) => view.reading(relationship, end),
  tieMeasure: view.tieMeasure,
})
