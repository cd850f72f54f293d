import { describe, expect, it } from 'vitest'
import { markingLine, readMarking } from './marking.ts'

const lineOf = (value: unknown) => markingLine(readMarking(value))

describe('the marking of a board', () => {
  it.each([
    ['none', ''],
    ['', ''],
    [undefined, ''],
    [42, ''],
    [null, ''],
    [['OFFICIAL'], ''],
    ['PUBLIC', ''],
    ['OFFICIAL', 'OFFICIAL'],
    ['official', 'OFFICIAL'],
    ['OFFICIAL: COMMERCIAL', 'OFFICIAL'],
    ['OFFICIAL-SENSITIVE', 'OFFICIAL-SENSITIVE'],
    ['Official Sensitive', 'OFFICIAL-SENSITIVE'],
    ['OFFICIAL-SENSITIVE: commercial', 'OFFICIAL-SENSITIVE: COMMERCIAL'],
    [
      { level: 'OFFICIAL-SENSITIVE', descriptor: 'Personal data' },
      'OFFICIAL-SENSITIVE: PERSONAL DATA',
    ],
    [{ level: 'OFFICIAL-SENSITIVE', descriptor: 7 }, 'OFFICIAL-SENSITIVE'],
  ])('reads %j as “%s”', (value, line) => {
    expect(lineOf(value)).toBe(line)
  })

  it.each([
    'SECRET',
    'secret',
    'TOP SECRET',
    'TOP-SECRET: STRAP',
    'ＳＥＣＲＥＴ',
    { level: 'SECRET' },
    { level: 'OFFICIAL-SENSITIVE', descriptor: 'TOP SECRET' },
    { level: 'OFFICIAL-SENSITIVE', descriptor: 'top_secret' },
    { level: 'OFFICIAL-SENSITIVE', descriptor: 'ｓｅｃｒｅｔ' },
    'OFFICIAL-SENSITIVE: SECRET',
  ])('never gives anything above OFFICIAL-SENSITIVE for %j', (value) => {
    expect(lineOf(value)).toMatch(/^OFFICIAL-SENSITIVE(: STRAP)?$/)
  })

  it('keeps a descriptor to one short line of plain letters', () => {
    expect(
      lineOf({ level: 'OFFICIAL-SENSITIVE', descriptor: `a<b>\n\u0007${'c'.repeat(500)}` }),
    ).toMatch(/^OFFICIAL-SENSITIVE: A B C{1,60}$/)
  })
})
