/** Values put into `{name}` places of a string. */
export type Values = Readonly<Record<string, string | number>>

/** A text that depends on a number, by the categories of the language's plurals (Unicode CLDR); `other` is the one that always is there. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { other: string }

/** The words of a language: the English text gives the text or, for one that depends on a number, its English `other` gives the forms. */
export interface Words {
  /** BCP 47 tag by which dates, numbers and plurals are formed */
  locale: 'en-GB' | 'cy-GB'
  texts: Readonly<Record<string, string | Plural>>
  /** numbers from 0 on as they are written in a sentence, as far as the language has them for every noun; absent: the English ones */
  small?: readonly string[]
  /** the word between the last two names of a list, by the last one; absent: “and” */
  and?: (last: string) => string
}

/** Gives an English text in a reader's language, with values put in. */
export type Say = (english: string, values?: Values) => string

/** English, which is its own key. */
export const english: Words = { locale: 'en-GB', texts: {} }

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** The text for `key`, English, in the language of `words`, with `values` put in; what has no words yet stays English. */
export function wordsFor(words: Words, key: string, values: Values = {}): string {
  const text = words.texts[key] ?? key
  return fill(typeof text === 'string' ? text : text.other, values)
}

/** Says everything in English: for what programs read, and what has no reader. */
export const inEnglish: Say = (text, values) => wordsFor(english, text, values)

/** One of several texts by number, `{n}` being the number. */
export function wordsByNumber(
  words: Words,
  n: number,
  [one, other]: readonly [one: string, other: string],
  values: Values = {},
): string {
  const rule = new Intl.PluralRules(words.locale).select(n)
  const forms = words.texts[other]
  const text =
    typeof forms === 'object'
      ? (forms[rule] ?? forms.other)
      : (forms ?? (rule === 'one' ? one : other))
  return fill(text, { n, ...values })
}
