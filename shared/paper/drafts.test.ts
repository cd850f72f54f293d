import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, type NewObject } from '../board/commands.ts'
import { viewOf } from '../board/view.ts'
import { english } from '../words/words.ts'
import { draftsOf } from './drafts.ts'
import { toldIn } from './told-view.ts'

const draftsFor = (objects: readonly NewObject[]) => {
  const doc = new Y.Doc()
  addObjects(doc, objects, 'test')
  return draftsOf(toldIn(viewOf(doc), english), { purpose: '', today: '2026-11-23' })
}

test('a due date that has passed is asked about as a date, not as a review', () => {
  const { recommendations } = draftsFor(
    ['commitment', 'action', 'objective'].map((type) => ({
      type,
      at: [0, 0],
      fields: { title: 'Home by Christmas', due: '2026-09-30', review: '2026-09-30' },
    })),
  )
  expect(recommendations).toContain('Look at three reviews or dates that have passed before')
})

test('a finding leaves out whole names, and says how many', () => {
  const names = ['Northbank Council', 'Riverside NHS Trust', 'Swift Home Care', 'Harbour Housing']
  const { findings } = draftsFor([
    ...names.map((name) => ({ type: 'organisation', at: [0, 0] as const, fields: { name } })),
    { type: 'agreement', at: [0, 0], fields: { title: 'How we will work together this winter' } },
  ])
  expect(findings).toMatch(/not signed by Northbank Council, .*\w and \d more\./)
  expect(findings).not.toContain('…')
})
