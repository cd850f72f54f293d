import type { BoardView } from '../board/view.ts'
import { speechOf, type Speech } from '../words/speech.ts'
import type { Say, Words } from '../words/words.ts'

/** A board that was read once, and the language in which a paper tells of it. */
export interface ToldView extends BoardView {
  readonly say: Say
  readonly speech: Speech
}

/** The board as it is told in the language of `words`; its own content stays as it was typed. */
export function toldIn(view: BoardView, words: Words): ToldView {
  const speech = speechOf(words)
  return { ...view, say: speech.say, speech }
}
