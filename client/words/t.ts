/** Values put into `{name}` places of a string. */
export type Values = Readonly<Record<string, string | number>>

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** The words for `english` in the reader's language, with `values` put in; the English text itself is the key. */
export const t = (english: string, values: Values = {}): string => fill(english, values)

/** One of two texts by number, `{n}` being the number. */
export const tn = (n: number, one: string, other: string, values: Values = {}): string =>
  t(new Intl.PluralRules('en').select(n) === 'one' ? one : other, { ...values, n })
