import type { Say } from '../words/words.ts'
import { dayInWords } from './day.ts'
import { setApart } from './direction.ts'

/** A sentence that can be told in any language: its English with `{name}` places, and what goes into these. */
export interface Saying {
  says: string
  /** names and numbers, the same in every language */
  values?: Readonly<Record<string, string | number>>
  /** English words that are to be told in the language as well */
  words?: Readonly<Record<string, string>>
  /** calendar days, `YYYY-MM-DD` */
  days?: Readonly<Record<string, string>>
}

const each = <V>(
  record: Readonly<Record<string, V>> | undefined,
  tell: (value: V) => string | number,
): Record<string, string | number> =>
  Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, tell(value)]))

/** The sentence as it stands in a paper, names that run from right to left set apart. */
export const tell = ({ says, values, words, days }: Saying, say: Say): string =>
  say(says, {
    ...each(values, (value) => (typeof value === 'string' ? setApart(value) : value)),
    ...each(words, (word) => say(word)),
    ...each(days, (day) => dayInWords(day, say)),
  })
