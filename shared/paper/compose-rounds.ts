import { formatMean } from '../measures/tie.ts'
import { heirOf } from '../objects/heir.ts'
import { wholeTitleOf } from '../objects/title.ts'
import { highOnBoth } from '../session/high-on-both.ts'
import type { Results } from '../session/results.ts'
import { roundNames } from '../session/round.ts'
import type { Round } from '../session/state.ts'
import type { Block, Cell, Column, Section } from './paper.ts'
import { oneLine } from './printable.ts'
import { nameOf } from './tie-facts.ts'
import type { ToldView } from './told-view.ts'
import { byName, capitalised, longDate } from './words.ts'

type ResultsOf<K extends Results['kind']> = Extract<Results, { kind: K }>

const text = (words: string): Block => ({ kind: 'paragraph', style: 'body', text: words })

const named = (label: string, share: number): Column => ({
  label,
  share,
  align: 'left',
  names: true,
})
const figure = (label: string, share = 2): Column => ({ label, share, align: 'centre' })

/** A row of what it is about and its figures. */
const row = (about: string, ...cells: readonly string[]): Cell[] => [
  { text: about, strong: true },
  ...cells.map((cell) => ({ text: cell })),
]

function vote({ totals }: ResultsOf<'vote'>, { say, object }: ToldView): Block[] {
  return [
    {
      kind: 'table',
      caption: say('Dots, the most first'),
      columns: [named(say('About'), 8), figure(say('Dots')), figure(say('People'))],
      rows: totals
        .toSorted((a, b) => b.dots - a.dots)
        .map(({ object: id, dots, voters }) =>
          row(capitalised(oneLine(wholeTitleOf(object(id), say))), String(dots), String(voters)),
        ),
    },
  ]
}

function truth({ statements }: ResultsOf<'truth'>, { say, object }: ToldView): Block[] {
  return [
    {
      kind: 'table',
      caption: say('How many said what'),
      columns: [
        named(say('About'), 8),
        figure(say('True')),
        figure(say('Partly')),
        figure(say('False')),
      ],
      rows: statements.map((one) =>
        row(
          capitalised(oneLine(wholeTitleOf(object(one.object), say))),
          String(one.true),
          String(one.partly),
          String(one.false),
        ),
      ),
    },
  ]
}

const organisationName = (id: string | null, { say, objects }: ToldView): string => {
  if (id === null) return say('No organisation')
  const found = heirOf(id, objects)
  return found ? nameOf(found, say) : say('An organisation that is gone')
}

/** What each organisation came to, or why that isn't shown. */
function groups<F>(
  all: readonly { organisation: string | null; n: number; figure: F | null }[],
  [caption, ...figures]: readonly [caption: string, ...figures: readonly string[]],
  told: (figure: F) => readonly string[],
  view: ToldView,
): Block[] {
  const { say } = view
  const rows = all.map(({ organisation, n, figure: own }) => {
    const name = organisationName(organisation, view)
    const silent = n === 0 ? say('not answered') : say('withheld: too few answers')
    return row(name, String(n), ...(own === null ? figures.map(() => silent) : told(own)))
  })
  return [
    {
      kind: 'table',
      caption,
      columns: [
        named(say('Organisation'), 5),
        figure(say('Answers')),
        ...figures.map((label) => figure(label, 3)),
      ],
      rows: rows.toSorted(([a], [b]) => byName(a?.text ?? '', b?.text ?? '')),
    },
  ]
}

function scale(
  { counts, mean, groups: all }: ResultsOf<'scale'>,
  [low, high]: readonly [low: string, high: string],
  view: ToldView,
): Block[] {
  const { say } = view
  const meant = [low, '', '', '', high]
  return [
    text(
      `${say('Mean {mean}, from {low} to {high}', {
        mean: formatMean(mean),
        low: counts.findIndex((n) => n > 0) + 1,
        high: counts.findLastIndex((n) => n > 0) + 1,
      })}.`,
    ),
    {
      kind: 'table',
      caption: say('How many gave which answer'),
      columns: [named(say('Answer'), 8), figure(say('Answers'))],
      rows: counts.map((n, i) =>
        row([i + 1, oneLine(meant[i] ?? '')].filter(Boolean).join(' · '), String(n)),
      ),
    },
    ...groups(
      all,
      [say('What each organisation answered'), say('Mean')],
      (own) => [formatMean(own)],
      view,
    ),
  ]
}

const rangeOf = (along: readonly number[]): [low: string, high: string] => [
  formatMean(Math.min(...along)),
  formatMean(Math.max(...along)),
]

function placement(
  results: ResultsOf<'placement'>,
  [across, up]: readonly [across: string, up: string],
  view: ToldView,
): Block[] {
  const { say, speech } = view
  const { points, groups: all } = results
  const [left, right] = rangeOf(points.map(([x]) => x))
  const [low, high] = rangeOf(points.map(([, y]) => y))
  const spread = { across, left, right, up, low, high }
  const both = highOnBoth(results)
  return [
    text(
      [
        say('{across}: from {left} to {right} of 10. {up}: from {low} to {high} of 10.', spread),
        speech.count(
          both.answers,
          '{n} answer of {all} is past the middle on both.',
          '{n} answers of {all} are past the middle on both.',
          { all: points.length },
        ),
        ...(both.organisations.length > 0
          ? [
              say('High on both: {names}.', {
                names: speech.list(both.organisations.map((id) => organisationName(id, view))),
              }),
            ]
          : []),
      ].join(' '),
    ),
    ...groups(
      all,
      [say('Where each organisation stands, of 10'), across, up],
      (own) => own.map(formatMean),
      view,
    ),
  ]
}

function bodyOf({ spec, results }: Round, view: ToldView): Block[] {
  const { say } = view
  if (!results) return []
  switch (results.kind) {
    case 'tooFew':
      return [
        text(
          results.n === 0
            ? say('Nobody answered.')
            : say(
                'Too few people answered to show anything without giving somebody away: at least {n} are needed.',
                { n: results.minimum },
              ),
        ),
      ]
    case 'trust':
      return []
    case 'vote':
      return vote(results, view)
    case 'truth':
      return truth(results, view)
    case 'scale':
      return scale(results, spec.kind === 'scale' ? [spec.low, spec.high] : ['', ''], view)
    case 'placement':
      return spec.kind === 'placement'
        ? placement(results, [oneLine(spec.across.label), oneLine(spec.up.label)], view)
        : []
    case 'words':
      return [
        {
          kind: 'bullets',
          items: results.words.map(({ text: said, count }) =>
            count > 1 ? `${oneLine(said)} × ${count}` : oneLine(said),
          ),
        },
      ]
  }
}

/** What everyone was asked and what it came to, the oldest question first; of trust, the matrix tells. Nothing where nothing else was revealed. */
export function composeRounds(rounds: readonly Round[], view: ToldView): Section[] {
  const { say, speech } = view
  const blocks = rounds.flatMap((round): Block[] => {
    const { spec, results, endedAt } = round
    if (!results || results.kind === 'trust' || endedAt === null) return []
    const facts = [
      say(roundNames[spec.kind]),
      longDate(new Date(endedAt).toISOString(), say),
      speech.count(results.n, '{n} answer', '{n} answers'),
      ...(results.scribed > 0
        ? [
            speech.count(
              results.scribed,
              '{n} entered by a facilitator',
              '{n} entered by a facilitator',
            ),
          ]
        : []),
      ...(spec.anonymous ? [say('Anonymous')] : []),
    ]
    return [
      { kind: 'heading', level: 3, text: oneLine(spec.question) },
      { kind: 'paragraph', style: 'quiet', text: facts.join(' · ') },
      ...bodyOf(round, view),
    ]
  })
  if (blocks.length === 0) return []
  const heading: Block = { kind: 'heading', level: 2, text: say('Questions to everyone') }
  return [{ orientation: 'portrait', blocks: [heading, ...blocks] }]
}
