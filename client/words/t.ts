import type { Told } from '../../shared/protocol/told.ts'
import { sayTold } from '../../shared/words/told.ts'
import {
  english,
  wordsFor,
  wordsByNumber,
  type Values,
  type Words,
} from '../../shared/words/words.ts'

let words = english

/** Speaks a language from now on; English (en-GB) until it is called. Call it before anything is shown. */
export function speak(language: Words): void {
  words = language
}

/** The words of the language that is spoken now. */
export const spoken = (): Words => words

/** The language that is spoken now, as the server is asked for it. */
export const language = (): 'en' | 'cy' => (words === english ? 'en' : 'cy')

/** The BCP 47 tag by which dates and numbers are to be formed. */
export const locale = (): string => words.locale

/** The words for `text` in the reader's language, with `values` put in; the English text itself is the key, and what has no words yet stays English. */
export const t = (text: string, values?: Values): string => wordsFor(words, text, values)

/** One of several texts by number, `{n}` being the number. */
export const tn = (n: number, one: string, other: string, values?: Values): string =>
  wordsByNumber(words, n, [one, other], values)

/** What the server tells, in the reader's language; what has no words yet stays English. */
export const tell = (told: Told): string => sayTold(t, locale(), told)
