import type { Saying } from '../../../shared/text/saying.ts'
import { calendarDay } from '../../words/dates.ts'
import { t } from '../../words/t.ts'

const each = (
  record: Readonly<Record<string, string>> | undefined,
  tell: (value: string) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, tell(value)]))

/** A sentence in the reader's language. */
export const told = ({ says, values, words, days }: Saying): string =>
  t(says, {
    ...values,
    ...each(words, (word) => t(word)),
    ...each(days, (day) => calendarDay(new Date(day))),
  })
