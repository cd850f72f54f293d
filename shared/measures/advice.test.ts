import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, setField } from '../board/commands.ts'
import { rootsOf } from '../board/layout.ts'
import { tell } from '../text/saying.ts'
import { inEnglish } from '../words/words.ts'
import { adviceOn } from './advice.ts'
import { board, one } from './test-board.ts'

const TODAY = '2026-06-01'

const advice = (type: string, fields: Record<string, unknown>): [string, string][] =>
  adviceOn(board([one('x', type, fields)]).object('x')!, TODAY).map((said) => [
    said.field,
    tell(said, inEnglish),
  ])

test.each([
  ['objective', { review: '2026-05-31' }, 'review'],
  ['agreement', { review: '2026-05-31' }, 'review'],
  ['commitment', { due: '2026-05-31' }, 'due'],
  ['action', { due: '2026-05-31', state: 'doing' }, 'due'],
])('a %s whose day has passed says so at that day', (type, fields, field) => {
  expect(advice(type, fields)).toEqual([[field, 'This day has passed: 31 May 2026.']])
})

test.each([
  ['objective', { review: TODAY }],
  ['commitment', { due: '2026-05-31', owner: 'Ada', state: 'made' }],
  ['action', { due: '2026-05-31', state: 'done' }],
  ['decision', { on: '2026-05-31' }],
  ['obligation', { by: 'a', to: 'b', cannotFail: true, fallback: 'c' }],
])('a %s in order says nothing', (type, fields) => {
  expect(advice(type, fields)).toEqual([])
})

test('an obligation that goes round in a circle is told where it does', () => {
  const fields = { by: 'a', to: 'a', cannotFail: true, fallback: 'a' }
  expect(advice('obligation', fields).map(([field]) => field)).toEqual(['to', 'fallback'])
})

test('a commitment is made only with an owner and a date', () => {
  const doc = new Y.Doc()
  addObjects(doc, [one('c', 'commitment', { owner: 'Ada' })], null)
  const state = (): unknown => rootsOf(doc).objects.get('c')?.get('state')
  expect(setField(doc, 'c', 'state', 'made', null)).toBe('“Made” needs an owner and a date.')
  expect(state()).toBeUndefined()
  setField(doc, 'c', 'due', '2026-09-01', null)
  expect(setField(doc, 'c', 'state', 'made', null)).toBeUndefined()
  expect(state()).toBe('made')
  setField(doc, 'c', 'owner', undefined, null)
  expect(advice('commitment', { state: 'made' })).toHaveLength(1)
})
