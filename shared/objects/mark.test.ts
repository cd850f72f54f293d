import { describe, expect, test } from 'vitest'
import type { BoardObject } from '../board/object.ts'
import { organisationTokens } from '../look/palette.ts'
import { defaultColour, initialsOf, markOf } from './mark.ts'

const organisation = (id: string, fields: Record<string, unknown>): BoardObject => ({
  id,
  type: 'organisation',
  at: [0, 0],
  size: [224, 88],
  order: 'a0',
  frame: undefined,
  fields,
})

test.each([
  ['Kent County Council', 'KCC'],
  ['Mind', 'Mi'],
  ['NHS', 'NHS'],
  ['the Friends of the Library', 'FL'],
  ['Cyfeillion Tŷ Ŵyn', 'CTŴ'],
  ['Ward 12', 'W12'],
  ['  ', '?'],
  ['', '?'],
  ['🙂 Smile', 'Sm'],
  ['大阪市', '大阪'],
])('the initials of “%s” are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

describe('the mark of an organisation', () => {
  test('has the colour that was given out, and one of the twelve where none was', () => {
    expect(markOf(organisation('a', { name: 'Mind', colour: 'organisation7' }))).toEqual({
      token: 'organisation7',
      initials: 'Mi',
    })
    const { token } = markOf(organisation('abc', { name: 4, colour: 'danger' }))
    expect(organisationTokens).toContain(token)
    expect(markOf(organisation('abc', {})).token).toBe(token)
  })

  test('is given out so that the thirteenth is the first to share one', () => {
    const existing: BoardObject[] = []
    for (let i = 0; i < 13; i++) {
      existing.push(organisation(`o${i}`, { colour: defaultColour(existing) }))
    }
    const given = existing.map((object) => markOf(object).token)
    expect(new Set(given.slice(0, 12)).size).toBe(12)
    expect(given[12]).toBe(given[0])
  })
})
