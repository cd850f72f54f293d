import { afterEach, expect, test } from 'vitest'
import { english } from '../../shared/words/words.ts'
import { cy } from './cy/cy.ts'
import { calendarDay, dayOf, fullMomentOf, momentOf } from './dates.ts'
import { speak } from './t.ts'

const moment = new Date(2026, 8, 3, 14, 5)

afterEach(() => speak(english))

test.each([
  [english, '4 March 2026', '3 September', '3 Sep, 14:05', '3 September 2026, 14:05'],
  // Node would say “3 Medi 2026 am 14:05”, Chromium “September 3, 2026 at 2:05 PM”.
  [cy, '4 Mawrth 2026', '3 Medi', '3 Medi, 14:05', '3 Medi 2026, 14:05'],
])('days and moments are in the reader’s words, whatever the browser knows', (words, ...said) => {
  speak(words)
  expect([
    calendarDay(new Date('2026-03-04')),
    dayOf(moment),
    momentOf(moment),
    fullMomentOf(moment),
  ]).toEqual(said)
})
