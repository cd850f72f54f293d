import type { Words } from '../t.ts'
import { actions } from './actions.ts'
import { board } from './board.ts'
import { files } from './files.ts'
import { guide } from './guide.ts'
import { inspector } from './inspector.ts'
import { measures } from './measures.ts'
import { objects1 } from './objects-1.ts'
import { objects2 } from './objects-2.ts'
import { objects3 } from './objects-3.ts'
import { outline } from './outline.ts'
import { pages } from './pages.ts'
import { paper } from './paper.ts'
import { refusals } from './refusals.ts'
import { rounds } from './rounds.ts'
import { session } from './session.ts'
import { versions } from './versions.ts'

/** Welsh. */
export const cy: Words = {
  locale: 'cy-GB',
  texts: {
    ...actions,
    ...board,
    ...files,
    ...guide,
    ...inspector,
    ...measures,
    ...objects1,
    ...objects2,
    ...objects3,
    ...outline,
    ...pages,
    ...paper,
    ...refusals,
    ...rounds,
    ...session,
    ...versions,
  },
}
