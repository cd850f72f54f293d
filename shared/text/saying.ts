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

/** The sentence in English. */
export function inEnglish({ says, values, words, days }: Saying): string {
  const told = Object.entries(days ?? {}).map(([key, day]) => [key, dayInWords(day)] as const)
  const named = Object.entries(values ?? {}).map(([key, value]) => [
    key,
    typeof value === 'string' ? setApart(value) : value,
  ])
  const all: Record<string, string | number> = {
    ...Object.fromEntries(named),
    ...words,
    ...Object.fromEntries(told),
  }
  return says.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole))
}
