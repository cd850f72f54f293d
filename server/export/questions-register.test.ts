import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { viewOf } from '../../shared/board/view.ts'
import { MADE_AT, stateOf, westbury } from '../../shared/paper/fixtures/boards.ts'
import { everyRound } from '../../shared/paper/fixtures/rounds.ts'
import { questionsRegister } from './questions-register.ts'
import { renderExport } from './render.ts'

const view = viewOf(westbury())
const { columns, rows } = questionsRegister(everyRound(), view)

/** About, measure and value of each row of a question. */
const told = (question: string) =>
  rows.filter(([asked]) => asked === question).map((row) => row.slice(5, 8))

describe('the register of questions', () => {
  it('says of each question how it was asked, when it ended, how many answered and for how many of them a facilitator', () => {
    expect(rows[0]?.slice(0, 5)).toEqual([
      'What matters most?',
      'Dot vote',
      { day: '2026-03-03' },
      3,
      1,
    ])
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('has a figure in each row, whatever was asked', () => {
    const goal = 'Nobody waits in hospital for a place at home'
    expect(told('What matters most?')).toEqual([
      [goal, 'Dots', 5],
      [goal, 'People', 2],
      ['something that is gone', 'Dots', 2],
      ['something that is gone', 'People', 2],
    ])
    expect(told('How ready are we?').slice(0, 6)).toEqual([
      ['All answers', 'Mean', 3.7],
      ['All answers', 'Answered 1, “Not”', 0],
      ['All answers', 'Answered 2', 1],
      ['All answers', 'Answered 3', 0],
      ['All answers', 'Answered 4', 1],
      ['All answers', 'Answered 5, “Fully”', 1],
    ])
    expect(told('How ready are we?')).toContainEqual(['Mind in Westbury', 'Mean', 5])
    expect(told('Where do you stand?')).toEqual([
      ['All answers', 'Past the middle on both', 2],
      ['Westbury County Council', 'Answers', 2],
      ['Westbury County Council', 'Strain on capacity', 8],
      ['Westbury County Council', 'Momentum to join up', 8],
      ['NHS Westbury Integrated Care Board', 'Answers', 0],
      ['Mind in Westbury', 'Answers', 1],
      ['Mind in Westbury', 'Strain on capacity', 1],
      ['Mind in Westbury', 'Momentum to join up', 2.5],
    ])
    expect(told('Is it true?').map(([, ...figure]) => figure)).toEqual([
      ['True', 1],
      ['Partly', 1],
      ['False', 0],
    ])
    expect(told('What do you hope for?')).toEqual([
      ['Candour', 'Times', 2],
      ['Time', 'Times', 1],
    ])
  })

  it('keeps back what would give somebody away', () => {
    expect(told('What do you fear?')).toEqual([
      ['All answers', 'Figure', 'withheld: too few answers'],
    ])
    const [scale] = everyRound().filter(({ spec }) => spec.kind === 'scale')
    if (scale?.results?.kind !== 'scale') throw new Error('there is a scale')
    const groups = scale.results.groups.map((one) => ({ ...one, figure: null }))
    const withheld = questionsRegister([{ ...scale, results: { ...scale.results, groups } }], view)
    expect(withheld.rows.slice(6).map((row) => row.slice(5, 8))).toEqual([
      ['Westbury County Council', 'Answers', 1],
      ['Westbury County Council', 'Figure', 'withheld: too few answers'],
      ['NHS Westbury Integrated Care Board', 'Answers', 0],
      ['Mind in Westbury', 'Answers', 1],
      ['Mind in Westbury', 'Figure', 'withheld: too few answers'],
      ['No organisation', 'Answers', 1],
      ['No organisation', 'Figure', 'withheld: too few answers'],
    ])
  })

  it('tells nothing of a question that is still under way', () => {
    const open = everyRound().map((round) => ({
      ...round,
      state: 'closed' as const,
      results: null,
    }))
    expect(questionsRegister(open, view).rows).toEqual([])
  })

  it('lies in the workbook, beside the others and alone', async () => {
    const job = {
      state: stateOf(westbury()),
      title: '',
      generatedAt: MADE_AT,
      rounds: everyRound(),
    }
    const book = await renderExport({ ...job, format: 'xlsx' })
    if (!book.ok) throw new Error(book.error.detail)
    const sheets = strFromU8(unzipSync(book.value.bytes)['xl/workbook.xml'] ?? new Uint8Array())
    expect(sheets).toContain('name="Questions to everyone"')
    const all = await renderExport({ ...job, format: 'csv' })
    if (!all.ok) throw new Error(all.error.detail)
    const alone = await renderExport({ ...job, format: 'csv', table: 'questions-to-everyone' })
    if (!alone.ok) throw new Error(alone.error.detail)
    expect(strFromU8(alone.value.bytes)).toContain('What matters most?,Dot vote,2026-03-03,3,1,')
    expect(unzipSync(all.value.bytes)['questions-to-everyone.csv']).toEqual(alone.value.bytes)
  })
})
