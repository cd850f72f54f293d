/** Values put into `{name}` places of a string. */
export type Values = Readonly<Record<string, string | number>>

/** A text that depends on a number, by the categories of the language's plurals (Unicode CLDR); `other` is the one that always is there. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { other: string }

/** The words of a language: the English text gives the text or, for one that depends on a number, its English `other` gives the forms. */
export interface Words {
  /** BCP 47 tag by which dates, numbers and plurals are formed */
  locale: string
  texts: Readonly<Record<string, string | Plural>>
}

let words: Words = { locale: 'en-GB', texts: {} }

/** Speaks a language from now on; English (en-GB) until it is called. Call it before anything is shown. */
export function speak(language: Words): void {
  words = language
}

/** The BCP 47 tag by which dates and numbers are to be formed. */
export const locale = (): string => words.locale

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** The words for `english` in the reader's language, with `values` put in; the English text itself is the key, and what has no words yet stays English. */
export function t(english: string, values: Values = {}): string {
  const text = words.texts[english] ?? english
  return fill(typeof text === 'string' ? text : text.other, values)
}

/** One of several texts by number, `{n}` being the number. */
export function tn(n: number, one: string, other: string, values: Values = {}): string {
  const rule = new Intl.PluralRules(words.locale).select(n)
  const forms = words.texts[other]
  const text =
    typeof forms === 'object'
      ? (forms[rule] ?? forms.other)
      : (forms ?? (rule === 'one' ? one : other))
  return fill(text, { ...values, n })
}
