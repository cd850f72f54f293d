import type { Say } from '../words/words.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A calendar day `YYYY-MM-DD` in short words, “1 Apr 2026”; what is no such day comes back as it is. The words are Rapport's own, so that a picture is the same wherever it is drawn. */
export function dayInWords(day: string, say: Say): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = month === undefined ? undefined : months[month - 1]
  return year === undefined || name === undefined || !date ? day : `${date} ${say(name)} ${year}`
}
