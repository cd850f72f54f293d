import { expect, test } from 'vitest'
import { filled, sayTold } from './told.ts'
import { wordsFor, type Words } from './words.ts'

const cy: Words = {
  locale: 'cy-GB',
  texts: {
    'There are {n} rows in {place}.': 'Mae {n} rhes yn {place}.',
    'sheet {name}': 'nhaflen {name}',
    'There are no rows.': 'Nid oes rhesi.',
  },
}
const inWelsh = (sentence: Parameters<typeof sayTold>[2]): string =>
  sayTold((text, values) => wordsFor(cy, text, values), cy.locale, sentence)

test('a sentence with values is whole in English, and is made anew in another language', () => {
  const sentence = filled('There are {n} rows in {place}.', {
    n: 50_000,
    place: filled('sheet {name}', { name: 'There are no rows.' }),
  })
  expect(sentence.detail).toBe('There are 50,000 rows in sheet There are no rows..')
  expect(inWelsh(sentence)).toBe('Mae 50,000 rhes yn nhaflen There are no rows..')
  expect(inWelsh({ detail: 'There are no rows.' })).toBe('Nid oes rhesi.')
})
