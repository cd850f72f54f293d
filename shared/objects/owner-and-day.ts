import { dayInWords } from '../text/day.ts'
import type { Say } from '../words/words.ts'

/** Who answers for something and by when, in a line; what is not said is said to be missing. */
export function ownerAndDay(
  { owner, due }: { owner: string; due: string | undefined },
  say: Say,
): string {
  const name = owner.trim()
  if (name === '' && due === undefined) return say('No owner · no date')
  return `${name || say('No owner')} · ${due === undefined ? say('no date') : dayInWords(due, say)}`
}
