import { cy as shared } from '../../../shared/words/cy/cy.ts'
import type { Words } from '../../../shared/words/words.ts'
import { actions } from './actions.ts'
import { board } from './board.ts'
import { fileRefusals } from './file-refusals.ts'
import { files } from './files.ts'
import { guide } from './guide.ts'
import { inspector } from './inspector.ts'
import { measures } from './measures.ts'
import { outline } from './outline.ts'
import { pages } from './pages.ts'
import { paper } from './paper.ts'
import { refusals } from './refusals.ts'
import { rounds } from './rounds.ts'
import { session } from './session.ts'
import { versions } from './versions.ts'

/** Welsh. */
export const cy: Words = {
  ...shared,
  texts: {
    ...shared.texts,
    ...actions,
    ...board,
    ...fileRefusals,
    ...files,
    ...guide,
    ...inspector,
    ...measures,
    ...outline,
    ...pages,
    ...paper,
    ...refusals,
    ...rounds,
    ...session,
    ...versions,
  },
}
