import { afterEach, expect, test } from 'vitest'
import { locale, speak, t, tn } from './t.ts'

afterEach(() => speak({ locale: 'en-GB', texts: {} }))

test('English is its own key, with values put in', () => {
  expect(t('Colours: {name}', { name: 'Dark' })).toBe('Colours: Dark')
  expect([0, 1, 2].map((n) => tn(n, '{n} person', '{n} people'))).toEqual([
    '0 people',
    '1 person',
    '2 people',
  ])
})

test('another language has its own texts, and its own plurals', () => {
  speak({
    locale: 'cy-GB',
    texts: { Share: 'Rhannu', '{n} dogs': { two: '{n} gi', other: '{n} ci' } },
  })
  expect(t('Share')).toBe('Rhannu')
  expect([1, 2, 5].map((n) => tn(n, '{n} dog', '{n} dogs'))).toEqual(['1 ci', '2 gi', '5 ci'])
  expect(locale()).toBe('cy-GB')
})

test('what has no words in the language stays English', () => {
  speak({ locale: 'cy-GB', texts: {} })
  expect(t('Share')).toBe('Share')
})
