import { nameKey } from './line.ts'

// Words that acronyms often leave out, and that say nothing by themselves: English and Welsh.
const SMALL = new Set(['a', 'ac', 'and', 'for', 'in', 'o', 'of', 'on', 'the', 'y', 'yr'])

const wordsOf = (name: string): string[] =>
  nameKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const isTelling = (word: string): boolean => !SMALL.has(word)

const initials = (words: readonly string[]): string => words.map((word) => [...word][0]).join('')

/** Whether two names may well be of one body: all that one says stands in the other too, or it is the other's first letters. */
export function mayBeOne(name: string, other: string): boolean {
  const [few, many] = [wordsOf(name), wordsOf(other)].sort((a, b) => a.length - b.length)
  const [first] = few ?? []
  if (!few || !many || first === undefined) return false
  const isShort = few.length === 1 && many.length > 1 && first.length > 1
  if (isShort && [many, many.filter(isTelling)].some((words) => initials(words) === first)) {
    return true
  }
  const telling = few.filter(isTelling)
  return telling.length > 0 && telling.every((word) => many.includes(word))
}
