import { wordsByNumber, wordsFor, type Say, type Values, type Words } from './words.ts'

/** How sentences are put together in a language. */
export interface Speech {
  /** BCP 47 tag */
  locale: Words['locale']
  say: Say
  /** one of two texts by number; `{n}` is the number in figures */
  count(n: number, one: string, other: string, values?: Values): string
  /** one of two texts by number, for a sentence: `{n}` is in words where the language has them: in English up to nine, “no” for none */
  told(n: number, one: string, other: string, values?: Values): string
  /** a number in a sentence by itself, as `told` has it */
  figure(n: number): string
  /** names in a sentence: “A”, “A and B”, “A, B and C”; of more than `most`, those and how many more there are: “A, B and 3 more” */
  list(names: readonly string[], most?: number): string
}

const englishSmall = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** How the language of `words` speaks. */
export function speechOf(words: Words): Speech {
  const { locale, small = englishSmall, and = () => 'and' } = words
  const figure = (n: number): string => small[n] ?? String(n)
  const say: Say = (english, values) => wordsFor(words, english, values)
  return {
    locale,
    figure,
    say,
    count: (n, one, other, values) => wordsByNumber(words, n, [one, other], values),
    told: (n, one, other, values) =>
      wordsByNumber(words, n, [one, other], { ...values, n: figure(n) }),
    list: (names, most = Infinity) => {
      const left = names.length - most
      const told = left > 0 ? [...names.slice(0, most), say('{n} more', { n: left })] : names
      const last = told.at(-1)
      if (last === undefined || told.length === 1) return last ?? ''
      return `${told.slice(0, -1).join(', ')} ${and(last)} ${last}`
    },
  }
}
