import { expect, test } from 'vitest'
import type { NewObject } from '../board/commands.ts'
import { tell } from '../text/saying.ts'
import { inEnglish } from '../words/words.ts'
import { cultureDifferences, placements, publishedPressure, readyOrganisations } from './culture.ts'
import { flagsOf } from './flags.ts'
import { levelFigure, levelSteps } from './levels.ts'
import { networkOf } from './network.ts'
import { movementsOf, reachFigure, tiesByTeam } from './people.ts'
import { board, one, organisation, tie, type Trust } from './test-board.ts'
import { gapFigure, gapsOf, matrixOf, trustFigure } from './trust.ts'

const three = ['A', 'B', 'C'].map((id) => organisation(id))

test('trust counts figures alone: don’t know and silence are left out, and told', () => {
  const source = board(
    [...three, tie('ab', 'A', 'B'), tie('bc', 'B', 'C'), tie('gone', 'A', 'Z')],
    [
      ['ab', 'from', 4, 3],
      ['ab', 'to', 2],
      ['bc', 'from', 'unknown'],
    ],
  )
  const figure = trustFigure(source)
  // Means 3.5 and 2: (2.75 − 1) ÷ 3.
  expect(figure.value).toBeCloseTo(58.3333, 3)
  expect(figure).toMatchObject({ count: 2, of: 4, answered: ['A', 'B'], silent: ['C'] })
  expect(gapsOf(source)).toEqual([{ relationship: 'ab', from: 'A', to: 'B', gap: 1.5 }])
  expect(gapFigure(source)).toMatchObject({ value: 1, of: 1 })
  expect(matrixOf(source).cells).toEqual([
    [undefined, 3.5, undefined],
    [2, undefined, 'unknown'],
    [undefined, undefined, undefined],
  ])
})

test('nothing on the board gives no figure, never a nought', () => {
  const source = board([])
  const { density, reciprocity, centralisation } = networkOf(source)
  const figures = [
    trustFigure(source),
    gapFigure(source),
    levelFigure(source),
    reachFigure(source),
    density,
    reciprocity,
    centralisation,
  ]
  for (const figure of figures) expect(figure.value).toBeUndefined()
})

test('who has no tie stands alone; a tie without an answer is a tie all the same', () => {
  const { isolated, density } = networkOf(board([...three, tie('ab', 'A', 'B')]))
  expect(isolated).toEqual(['C'])
  expect(density).toMatchObject({ count: 0, of: 6 })
})

test('networking that is enough is met, and no step', () => {
  const ends = {
    from: { levelNow: 1, levelNeeded: 1, team: 'Housing' },
    to: { levelNow: 1, levelNeeded: 4, team: ' housing ' },
  }
  const source = board([...three, tie('ab', 'A', 'B', ends), tie('ab2', 'A', 'B')])
  expect(levelFigure(source)).toMatchObject({ value: 1, of: 2 })
  expect(levelSteps(source)).toEqual([
    { relationship: 'ab', by: 'B', about: 'A', now: 1, needed: 4 },
  ])
  expect(tiesByTeam(source, true)).toEqual([
    { organisation: 'A', team: '', ties: 2 },
    { organisation: 'B', team: '', ties: 2 },
  ])
  expect(tiesByTeam(source, false).filter(({ team }) => team !== '')).toEqual([
    { organisation: 'A', team: 'Housing', ties: 1 },
    { organisation: 'B', team: 'housing', ties: 1 },
  ])
})

test('the table of movement shows people who move at the top alone', () => {
  const moves = (...ranks: string[]) =>
    board([
      ...three,
      ...ranks.map((rank, i) => one(`m${i}`, 'movement', { from: 'A', to: 'B', rank })),
    ])
  expect(movementsOf(moves('top', 'top', 'unsaid'))).toMatchObject({ total: 3, onlyTop: true })
  expect(movementsOf(moves('top', 'front'))).toMatchObject({ total: 2, onlyTop: false })
})

test('culture and readiness are read without arithmetic by anyone', () => {
  const source = board([
    organisation('A', { pace: 1, risk: 3, caseFor: 4, needToChange: 3 }),
    organisation('B', { pace: 5, risk: 4, caseFor: 4, needToChange: 1 }),
    organisation('C', { pace: 3 }),
  ])
  expect(cultureDifferences(source)).toMatchObject([
    { scale: 'pace', low: { id: 'A', word: 'Steady' }, high: { id: 'B', word: 'Quick' } },
  ])
  expect(readyOrganisations(source)).toEqual(['A'])
})

test('who is close to joining up and to breaking at once comes first, and is said to be', () => {
  const source = board([
    organisation('A', { momentum: 4, strain: 2 }),
    organisation('B', { momentum: 3, strain: 4 }),
    organisation('C', { momentum: 4 }),
  ])
  expect(placements(source)).toEqual([
    { id: 'B', momentum: 3, strain: 4, isHighOnBoth: true },
    { id: 'A', momentum: 4, strain: 2, isHighOnBoth: false },
  ])
})

const full = { brings: ['people'], wants: ['time'] }
const pair = ['A', 'B'].map((id) => organisation(id, full))

/** Each flag with a board on which it is raised, the ids it must name, and a change that puts it right. */
const raised: Record<
  string,
  { with: NewObject[]; trust?: Trust[]; names: string[]; right: NewObject[] }
> = {
  'public-value': {
    with: [one('o', 'objective', { title: 'Warm homes' })],
    names: ['o'],
    right: [one('o', 'objective', { publicValue: 'Nobody is cold' })],
  },
  'sharp-end': {
    with: [one('o', 'objective')],
    names: ['o'],
    right: [one('o', 'objective'), one('p', 'people'), one('r', 'reach', { from: 'o', to: 'p' })],
  },
  'risk-alone': {
    with: [one('k', 'risk', { heldBy: { A: 100 } })],
    names: ['k', 'A'],
    right: [one('k', 'risk', { heldBy: { A: 50, B: 50 } })],
  },
  'risk-total': {
    with: [one('k', 'risk', { heldBy: { A: 50, B: 20 } })],
    names: ['k'],
    right: [one('k', 'risk', { heldBy: { A: 33.3, B: 66.7 } })],
  },
  'one-way': {
    with: [one('b', 'obligation', { by: 'A', to: 'B' })],
    names: ['b', 'A', 'B'],
    right: [
      one('b', 'obligation', { by: 'A', to: 'B' }),
      one('c', 'obligation', { by: 'B', to: 'A' }),
    ],
  },
  'no-fallback': {
    with: [one('b', 'obligation', { cannotFail: true, fallback: 'nobody' })],
    names: ['b'],
    right: [one('b', 'obligation', { cannotFail: true, fallback: 'A' })],
  },
  imposed: {
    with: [one('c', 'commitment', { state: 'imposed' })],
    names: ['c'],
    right: [one('c', 'commitment', { state: 'accepted' })],
  },
  unowned: {
    with: [one('c', 'commitment', { owner: 'Ada' })],
    names: ['c'],
    right: [one('c', 'commitment', { owner: 'Ada', due: '2026-09-01' })],
  },
  unsigned: {
    with: [one('g', 'agreement', { signatures: { A: '2026-02-01' } })],
    names: ['g', 'B'],
    right: [one('g', 'agreement', { signatures: { A: '2026-02-01', B: '2026-02-02' } })],
  },
  overdue: {
    with: [one('o', 'objective', { review: '2026-05-31' })],
    names: ['o'],
    right: [one('o', 'objective', { review: '2026-06-01' })],
  },
  culture: {
    with: [organisation('X', { ...full, pace: 1 }), organisation('Y', { ...full, pace: 5 })],
    names: ['X', 'Y'],
    right: [organisation('X', { ...full, pace: 4 }), organisation('Y', { ...full, pace: 5 })],
  },
  modes: {
    with: [tie('t', 'A', 'B', { from: { mode: 'naive' }, to: { mode: 'genuine' } })],
    names: ['t', 'A', 'B'],
    right: [tie('t', 'A', 'B', { from: { mode: 'naive' } })],
  },
  deal: {
    with: [tie('t', 'A', 'B', { from: { leaning: 1 } })],
    trust: [['t', 'from', 2]],
    names: ['t', 'A', 'B'],
    right: [tie('t', 'A', 'B', { from: { leaning: 5 } })],
  },
  'brings-wants': {
    with: [organisation('X', { brings: [' '], wants: ['time'] })],
    names: ['X'],
    right: [organisation('X', full)],
  },
  'same-name': {
    with: [
      organisation('X', { ...full, name: 'Harbour  Trust' }),
      organisation('Y', { ...full, name: 'harbour trust ' }),
      organisation('Z', { ...full, name: '' }),
    ],
    names: ['X', 'Y'],
    right: [
      organisation('X', { ...full, name: 'Harbour Trust' }),
      organisation('Y', { ...full, name: ' ' }),
      organisation('Z', { ...full, name: '' }),
    ],
  },
  described: {
    with: [one('i', 'image', { alt: ' ' })],
    names: ['i'],
    right: [one('i', 'image', { alt: 'The ward in March' })],
  },
}

test.each(Object.entries(raised))(
  'the flag “%s” is raised, names its objects, and goes',
  (id, made) => {
    const raise = (objects: readonly NewObject[]) =>
      flagsOf(board([...pair, ...objects], made.trust), '2026-06-01').find((flag) => flag.id === id)
    expect(raise(made.with)?.findings.map(({ ids }) => ids)).toEqual([made.names])
    expect(raise(made.right)).toBeUndefined()
  },
)

test('a signature stands for what was signed: a promise added, changed or gone asks for it again', () => {
  const says = (...promises: string[]) => {
    const of = ['We ring back', 'No surprises']
    const signatures = { A: { on: '2026-02-01', of }, B: '2026-02-02' }
    const source = board([...pair, one('g', 'agreement', { title: 'Ways', promises, signatures })])
    const found = flagsOf(source, '2026-06-01').find(({ id }) => id === 'unsigned')
    return found?.findings.map((finding) => tell(finding, inEnglish))
  }
  expect(says('No surprises', ' We ring back', '')).toBeUndefined()
  const asked = ['Ways: changed since it was signed by A']
  expect(says('We ring back', 'No surprises', 'We pay')).toEqual(asked)
  expect(says('We ring back', 'Few surprises')).toEqual(asked)
  expect(says('We ring back')).toEqual(asked)
})

test('a promise that was signed twice over does not stand for another one', () => {
  const signatures = { A: { on: '2026-02-01', of: ['We ring', 'We ring'] }, B: '2026-02-02' }
  const promises = ['We ring', 'We pay']
  const source = board([...pair, one('g', 'agreement', { promises, signatures })])
  const found = flagsOf(source, '2026-06-01').find(({ id }) => id === 'unsigned')
  expect(found?.findings.map(({ ids }) => ids)).toEqual([['g', 'A']])
})

test('every finding is a whole sentence, with nothing left open', () => {
  const all = Object.values(raised).flatMap(({ with: objects, trust }, i) =>
    flagsOf(board([...pair, ...objects], trust), `2026-06-0${(i % 9) + 1}`),
  )
  for (const { findings } of all) {
    for (const finding of findings) expect(tell(finding, inEnglish)).toMatch(/^[^{}]+$/)
  }
  const overdue = flagsOf(
    board([one('a', 'action', { title: 'Ring Ada', due: '2026-05-31' })]),
    '2026-06-01',
  )
  expect(overdue.map(({ findings }) => findings.map((found) => tell(found, inEnglish)))).toEqual([
    ['Ring Ada: 31 May 2026'],
  ])
})

test('pressure is told of those who published it alone, the hardest pressed first', () => {
  const source = board([
    organisation('A', { pressure: 2 }),
    organisation('B', { pressure: 4, pressureNote: ' Two wards shut ' }),
    organisation('C'),
  ])
  expect(publishedPressure(source)).toEqual([
    { id: 'B', level: 4, word: 'At breaking point', note: 'Two wards shut' },
    { id: 'A', level: 2, word: 'Stretched', note: '' },
  ])
})
