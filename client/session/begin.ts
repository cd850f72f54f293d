import { boardIn } from './base.ts'
import { openEarly } from './early.ts'

// The build has the page fetch this as a script of its own: the way to the board opens while the app's code is still coming.
const board = boardIn(location.pathname)
// Who brings a secret has still to join.
if (board !== undefined && location.hash === '') openEarly(board)
