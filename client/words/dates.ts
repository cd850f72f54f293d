import { t } from './t.ts'

// Browsers without Welsh data write a Welsh date in their own language: the months are words of ours.
const dated = (options: Intl.DateTimeFormatOptions, moment: Date | number): string =>
  new Intl.DateTimeFormat('en-GB', options)
    .formatToParts(moment)
    .map(({ type, value }) => (type === 'month' ? t(value === 'Sept' ? 'Sep' : value) : value))
    .join('')

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const

/** A calendar day (midnight UTC) as people write it: 3 March 2026. */
export const calendarDay = (date: Date): string => dated({ ...LONG, timeZone: 'UTC' }, date)

/** The day of a moment (ms since 1970 or a date) where the reader is: 3 March. */
export const dayOf = (moment: Date | number): string =>
  dated({ day: 'numeric', month: 'long' }, moment)

/** A moment where the reader is: 3 Mar, 14:05. */
export const momentOf = (moment: Date | number): string =>
  dated({ day: 'numeric', month: 'short', ...TIME }, moment)

/** A moment with its year, where the reader is: 3 March 2026, 14:05. */
export const fullMomentOf = (moment: Date | number): string =>
  `${dated(LONG, moment)}, ${dated(TIME, moment)}`

/** The day that it is on this computer, as documents hold it: `YYYY-MM-DD`. A formatter would take 20 ms when it is first asked, which is while a board opens. */
export function today(): string {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
