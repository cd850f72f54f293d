import type { Words } from '../words.ts'
import { measures } from './measures.ts'
import { objects1 } from './objects-1.ts'
import { objects2 } from './objects-2.ts'
import { objects3 } from './objects-3.ts'
import { profiles } from './profiles.ts'

/** The Welsh of what stands on the map and in papers. */
export const cy: Words = {
  locale: 'cy-GB',
  texts: { ...measures, ...objects1, ...objects2, ...objects3, ...profiles },
}
