import { locale } from './t.ts'

/** A calendar day (midnight UTC) as people write it: 3 March 2026. */
export const calendarDay = (date: Date): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' }).format(date)

/** The day of a moment (ms since 1970 or a date) where the reader is: 3 March. */
export const dayOf = (moment: Date | number): string =>
  new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long' }).format(moment)

/** A moment where the reader is: 3 Mar, 14:05. */
export const momentOf = (moment: Date | number): string =>
  new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
