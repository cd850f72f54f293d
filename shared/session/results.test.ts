import { describe, expect, test } from 'vitest'
import { checkAnswer, type Asked, type RoundSpec } from './round.ts'
import { keepsByOrganisation, resultsOf, type SealedAnswer } from './results.ts'

const common = { question: 'What do you think?', anonymous: true, minimum: 3 }
const asked = (spec: RoundSpec, ties: Asked['ties'] = []): Asked => ({ spec, ties })
const by = (organisation: string | null, value: unknown, author = 'x'): SealedAnswer => ({
  author,
  organisation,
  scribe: false,
  value,
})
const tie = { id: 't1', from: 'a', to: 'b' }
const trust = (anonymous: boolean): Asked =>
  asked({ kind: 'trust', ...common, anonymous, relationships: null }, [tie])
const scale = asked({ kind: 'scale', ...common, low: '', high: '' })

describe('an answer', () => {
  test.each<[string, Asked, unknown, boolean]>([
    ['one’s own side', trust(true), { t1: { reliability: 2 } }, true],
    ['another’s relationship', trust(true), { t2: { reliability: 2 } }, false],
    ['nothing said', trust(true), { t1: { note: 'only words' } }, false],
    ['off the scale', trust(true), { t1: { reliability: 5 } }, false],
    [
      'dots',
      asked({ kind: 'vote', ...common, objects: ['x', 'y'], dots: 3 }),
      { x: 2, y: 1 },
      true,
    ],
    ['too many dots', asked({ kind: 'vote', ...common, objects: ['x'], dots: 3 }), { x: 4 }, false],
    [
      'a foreign object',
      asked({ kind: 'vote', ...common, objects: ['x'], dots: 3 }),
      { z: 1 },
      false,
    ],
    ['a fifth', scale, 5, true],
    ['a sixth', scale, 6, false],
    ['partly', asked({ kind: 'truth', ...common, objects: ['x'] }), { x: 'partly' }, true],
    ['words', asked({ kind: 'words', ...common }), 'candour', true],
    ['long words', asked({ kind: 'words', ...common }), 'x'.repeat(41), false],
    ['two lines', asked({ kind: 'words', ...common }), 'a\nb', false],
  ])('%s', (_, round, value, good) => {
    expect(checkAnswer(round, 'a', value).ok).toBe(good)
  })

  test('is nobody’s who speaks for no side of the relationship', () => {
    expect(checkAnswer(trust(false), 'c', { t1: { reliability: 2 } }).ok).toBe(false)
    expect(checkAnswer(trust(false), null, { t1: { reliability: 2 } }).ok).toBe(false)
  })
})

describe('results', () => {
  test('of trust are one mean for each side, with don’t know apart and silence as silence', () => {
    const results = resultsOf(
      trust(false),
      [
        by('a', { t1: { reliability: 1, purpose: 'unknown', note: 'late papers' } }),
        by('a', { t1: { reliability: 4, purpose: 'unknown' } }),
      ],
      ['a', 'b'],
    )
    expect(results).toEqual({
      kind: 'trust',
      n: 2,
      scribed: 0,
      sides: [
        {
          tie: 't1',
          end: 'from',
          n: 2,
          withheld: false,
          reliability: 2.5,
          purpose: 'unknown',
          notes: ['late papers'],
        },
        { tie: 't1', end: 'to', n: 0, withheld: false, notes: [] },
      ],
    })
  })

  test('of a named round keep what one person answered for an organisation, and that is said', () => {
    const { spec } = trust(false)
    const answers = [by('a', { t1: { reliability: 1, note: 'late papers' } })]
    const results = resultsOf(trust(false), answers, ['a', 'b'])
    expect(results).toMatchObject({ sides: [{ reliability: 1, notes: ['late papers'] }, { n: 0 }] })
    expect(keepsByOrganisation(spec)).toBe(true)
    expect(keepsByOrganisation({ ...spec, anonymous: true })).toBe(false)
    expect(keepsByOrganisation({ kind: 'words', ...common, anonymous: false })).toBe(false)
  })

  test('of an anonymous round hold nothing of a side with too few answers', () => {
    const results = resultsOf(
      trust(true),
      [by('a', { t1: { reliability: 1, note: 'canary' } })],
      [],
    )
    expect(JSON.stringify(results)).not.toContain('canary')
    expect(results).toMatchObject({ sides: [{ n: 1, withheld: true }, { n: 0 }] })
  })

  test('withhold an organisation that could be worked out from the whole', () => {
    const answers = [
      ...[4, 4, 4, 4].map((value) => by('big', value)),
      ...[2, 2, 2].map((value) => by('middle', value)),
      by('alone', 1),
    ]
    const results = resultsOf(scale, answers, ['silent'])
    const figures = results.kind === 'scale' && results.groups
    expect(figures).toEqual([
      { organisation: 'silent', n: 0, figure: null },
      { organisation: 'big', n: 4, figure: 4 },
      { organisation: 'middle', n: 3, figure: null },
      { organisation: 'alone', n: 1, figure: null },
    ])
  })

  test('show nothing at all below the minimum of an anonymous round', () => {
    expect(resultsOf(scale, [by('a', 1), by('b', 2)], [])).toEqual({
      kind: 'tooFew',
      n: 2,
      scribed: 0,
      minimum: 3,
    })
  })

  test('say nothing of the order in which answers came', () => {
    const placement = asked({
      kind: 'placement',
      ...common,
      across: { label: 'Momentum', low: '', high: '' },
      up: { label: 'Strain', low: '', high: '' },
    })
    const points = [
      [9, 1],
      [1, 9],
      [5, 5],
    ].map((value) => by('a', value))
    expect(resultsOf(placement, points, [])).toEqual(resultsOf(placement, points.reverse(), []))
    const words = asked({ kind: 'words', ...common })
    const said = ['Candour', 'time', 'candour'].map((value) => by('a', value))
    expect(resultsOf(words, said, [])).toEqual(resultsOf(words, said.reverse(), []))
    expect(resultsOf(words, said, [])).toMatchObject({
      words: [
        { text: 'Candour', count: 2 },
        { text: 'time', count: 1 },
      ],
    })
  })
})
