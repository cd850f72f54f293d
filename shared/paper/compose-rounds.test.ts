import { expect, test } from 'vitest'
import { viewOf } from '../board/view.ts'
import { english } from '../words/words.ts'
import { composePaper } from './compose-paper.ts'
import { composeRounds } from './compose-rounds.ts'
import { MADE_AT, westbury } from './fixtures/boards.ts'
import { everyRound } from './fixtures/rounds.ts'
import { textsOf, type Block } from './paper.ts'
import { readPaperSettings } from './settings.ts'
import { toldIn } from './told-view.ts'

const view = toldIn(viewOf(westbury()), english)
const blocks = composeRounds(everyRound(), view).flatMap((section) => section.blocks)

/** What stands under a question, up to the next. */
function under(question: string): readonly Block[] {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === question)
  const to = blocks.findIndex((block, i) => i > from && block.kind === 'heading')
  return blocks.slice(from + 1, to === -1 ? undefined : to)
}
const cells = (question: string): string[][] =>
  under(question).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : [],
  )
const said = (question: string): string[] =>
  under(question).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

test('a paper tells of each question when it was, how many answered, and who entered what', () => {
  expect(said('What matters most?')).toEqual([
    'Dot vote · 3 March 2026 · 3 answers · 1 entered by a facilitator',
  ])
  expect(said('What do you hope for?')[0]).toMatch(/ · Anonymous$/)
})

test('dots stand with the most first, of what is gone too', () => {
  expect(cells('What matters most?').map(([, ...figures]) => figures)).toEqual([
    ['5', '2'],
    ['2', '2'],
  ])
  expect(cells('What matters most?')[1]?.[0]).toBe('Something that is gone')
})

test('a scale has its counts, its mean, and each organisation, silence included', () => {
  expect(cells('How ready are we?')).toEqual([
    ['1 · Not', '0'],
    ['2', '1'],
    ['3', '0'],
    ['4', '1'],
    ['5 · Fully', '1'],
    ['Mind in Westbury', '1', '5'],
    ['NHS Westbury Integrated Care Board', '0', 'not answered'],
    ['No organisation', '1', '4'],
    ['Westbury County Council', '1', '2'],
  ])
  expect(said('How ready are we?')).toContain('Mean 3.7, from 2 to 5.')
})

test('two axes have where each organisation stands and how far apart people are', () => {
  expect(cells('Where do you stand?')).toContainEqual(['Westbury County Council', '2', '8', '8'])
  expect(said('Where do you stand?')).toContain(
    'Strain on capacity: from 1 to 9 of 10. Momentum to join up: from 2.5 to 8 of 10. 2 answers of 3 are past the middle on both. High on both: Westbury County Council.',
  )
})

test('statements, words, and what too few answered', () => {
  expect(cells('Is it true?').map(([, ...counts]) => counts)).toEqual([['1', '1', '0']])
  expect(under('What do you hope for?')).toContainEqual({
    kind: 'bullets',
    items: ['Candour × 2', 'Time'],
  })
  const few = under('What do you fear?')
  expect(JSON.stringify(few)).toContain('at least 3 are needed')
  expect(JSON.stringify(few)).not.toContain('Blame')
})

test('a question that is open, or was discarded, is not told', () => {
  const [first] = everyRound()
  if (!first) throw new Error('a round')
  const other = { ...first, results: null }
  expect(
    composeRounds(
      [
        { ...other, state: 'open', endedAt: null },
        { ...other, state: 'discarded' },
      ],
      view,
    ),
  ).toEqual([])
})

test('the board paper has the section unless it is left out', () => {
  const told = (without: readonly string[]): string[] => {
    const settings = readPaperSettings({ without })
    const options = { title: 'A paper', generatedAt: MADE_AT, rounds: everyRound(), settings }
    return [...textsOf(composePaper(viewOf(westbury()), options).sections)]
  }
  expect(told([])).toContain('Questions to everyone')
  expect(told(['questions'])).not.toContain('Questions to everyone')
})
