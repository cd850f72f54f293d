import type { Say } from '../words/words.ts'

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
export function longDate(iso: string, say: Say): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? iso : `${Number(day)} ${say(name)} ${year}`
}

/** The same for a column of a table, which may be as narrow as that: “4 Sep 2026”. */
export function shortDate(iso: string, say: Say): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? iso : `${Number(day)} ${say(name.slice(0, 3))} ${year}`
}

/** A day and minute, UTC, as people write it: “4 March 2026, 14:05 UTC”. */
export const longMoment = (at: Date, say: Say): string =>
  `${longDate(at.toISOString(), say)}, ${at.toISOString().slice(11, 16)} UTC`

/** A sentence with a capital at its beginning. */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (c) => c.toUpperCase())

/** Compares text as a British reader sorts it, numbers by their value; equal texts compare as 0. It is the same in every language, so that two papers can be read side by side. */
export const byName = new Intl.Collator('en-GB', { numeric: true }).compare
