const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day as people write it, “4 March 2026”, from `YYYY-MM-DD…`; what is no day comes back as it is. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`
}

/** A day and minute, UTC, as people write it: “4 March 2026, 14:05 UTC”. */
export const longMoment = (at: Date): string =>
  `${longDate(at.toISOString())}, ${at.toISOString().slice(11, 16)} UTC`

/** A number with its noun: “1 relationship”, “3 relationships”. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A number as it is written in a sentence: in words up to nine, “no” for none. */
export const inWords = (n: number): string => small[n] ?? String(n)

/** `count` as it is written in a sentence: “one relationship”, “no relationships”, “12 relationships”. */
export const told = (n: number, one: string, many = `${one}s`): string =>
  `${inWords(n)} ${n === 1 ? one : many}`

/** A sentence with a capital at its beginning. */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (c) => c.toUpperCase())

/** Names in a sentence: “A”, “A and B”, “A, B and C”. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  if (names.length === 1) return last
  return `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Compares text as a British reader sorts it, numbers by their value; equal texts compare as 0. */
export const byName = new Intl.Collator('en-GB', { numeric: true }).compare

/** Text cut to `most` characters, with “…” where something is left out. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
