import { describe, expect, it } from 'vitest'
import { textWidth } from '../text/measure.ts'
import { withWidths } from './column-widths.ts'
import { figureRoom } from './page.ts'
import type { Cell, Column } from './paper.ts'

const column = (label: string, align: Column['align'] = 'left'): Column => ({
  label,
  share: 1,
  align,
})
const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ text }))

/** Points that each column gets of an upright page. */
function widthsOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] {
  const fitted = withWidths(columns, rows, 'portrait')
  const all = fitted.reduce((sum, { share }) => sum + share, 0)
  return fitted.map(({ share }) => (share / all) * figureRoom('portrait')[0])
}

const text = 'Discharge letters reach the practice a week after the patient does'

describe('the columns of a table', () => {
  it('are as wide as the page together, the one with more to say the widest', () => {
    const widths = widthsOf([column('Issue'), column('State')], [cells(text, 'Open')])
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(figureRoom('portrait')[0])
    expect(widths[0]).toBeGreaterThan(3 * (widths[1] ?? 0))
  })

  it('break no word and no day while another has room', () => {
    const row = ['Accountability', '14 Sep 2026', text, text, text]
    const widths = widthsOf(
      row.map((_, i) => column(`C${i}`)),
      [cells(...row)],
    )
    expect(widths[0]).toBeGreaterThan(textWidth('Accountability', 10, 400) + 12)
    expect(widths[1]).toBeGreaterThan(textWidth('14 Sep 2026', 10, 400) + 12)
  })

  it('leave figures their share, and are as they were where the words don’t fit side by side', () => {
    const figures = [column('1', 'centre'), column('2', 'centre')]
    const [, first, second] = widthsOf([column('Name'), ...figures], [cells(text, '3', '4')])
    expect(first).toBeCloseTo(figureRoom('portrait')[0] / 3)
    expect(second).toBeCloseTo(figureRoom('portrait')[0] / 3)
    const many = Array.from({ length: 9 }, (_, i) => column(`C${i}`))
    const long = [cells(...many.map(() => 'Anghydffurfiaethwyr'))]
    expect(withWidths(many, long, 'portrait')).toBe(many)
  })
})
