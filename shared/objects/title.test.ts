import { expect, test } from 'vitest'
import { board, one } from '../measures/test-board.ts'
import { inEnglish } from '../words/words.ts'
import { titleOf, wholeTitleOf } from './title.ts'

const LONG =
  'The council never answers before it has asked three committees, and then the answer is that somebody else must decide'

test('a very long title is cut where it names an object, and whole where it is judged', () => {
  const { object } = board([one('a', 'assumption', { title: `${LONG},\n${LONG}` })])
  expect(wholeTitleOf(object('a'), inEnglish)).toBe(`${LONG}, ${LONG}`)
  const cut = titleOf(object('a'), inEnglish)
  expect(cut.length).toBeLessThanOrEqual(120)
  expect(cut).toBe(`${LONG}, …`.replace(' …', '…'))
})

test('what has no title is called by its kind, and what is gone is said to be', () => {
  const { object } = board([one('a', 'assumption')])
  expect(titleOf(object('a'), inEnglish)).toBe('unnamed assumption')
  expect(titleOf(undefined, inEnglish)).toBe('something that is gone')
})
