import { flagsOf, type Flag } from '../measures/flags.ts'
import { levelFigure } from '../measures/levels.ts'
import { networkOf } from '../measures/network.ts'
import { movementsOf } from '../measures/people.ts'
import { formatFigure, type Figure } from '../measures/figure.ts'
import { trustFigure } from '../measures/trust.ts'
import { tell } from '../text/saying.ts'
import { changeInWords, type Since } from './compose-change.ts'
import { gapWords } from './describe-map.ts'
import { clean, oneLine } from './printable.ts'
import type { Purpose } from './profiles.ts'
import { sourceOf } from './source.ts'
import { isAnswered, isWide, nameOf, tiesOf, type TieFacts } from './tie-facts.ts'
import { timeInWords } from './time-on-issues.ts'
import { together } from './together.ts'
import { byName, longDate, capitalised } from './words.ts'
import { shortened } from '../text/shortened.ts'
import { asks, openings } from './asks.ts'
import type { Say } from '../words/words.ts'
import type { ToldView } from './told-view.ts'

/** The texts that a paper opens with, a paragraph or a point a line. */
export interface Written {
  summary: string
  findings: string
  recommendations: string
}

const WIDEST = 3
const EXAMPLES = 3
const MOST_EXAMPLE = 120

const statement = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ')

/** How far the sides of the relationships have answered, and how far they are apart. */
const bothSides = {
  trust: {
    nowhere: 'Nowhere have both sides said how far they trust each other.',
    all: 'Both sides said how far they trust each other in every one of them; nowhere are they a step or more apart.',
    allWide:
      'Both sides said how far they trust each other in every one of them, and in {wide} the two sides are a step or more apart.',
    some: 'Both sides said how far they trust each other in {answered} of those {all}; nowhere are they a step or more apart.',
    someWide:
      'Both sides said how far they trust each other in {answered} of those {all}, and in {wide} the two sides are a step or more apart.',
  },
  contact: {
    nowhere: 'Nowhere have both sides said how often they meet.',
    all: 'Both sides said how often they meet in every one of them; nowhere are they a step or more apart.',
    allWide:
      'Both sides said how often they meet in every one of them, and in {wide} the two sides are a step or more apart.',
    some: 'Both sides said how often they meet in {answered} of those {all}; nowhere are they a step or more apart.',
    someWide:
      'Both sides said how often they meet in {answered} of those {all}, and in {wide} the two sides are a step or more apart.',
  },
} as const

function answersOf({ tieMeasure, say, speech }: ToldView, ties: readonly TieFacts[]): string {
  const answered = ties.filter(isAnswered).length
  const wide = ties.filter(isWide).length
  const part = answered === 0 ? 'nowhere' : answered === ties.length ? 'all' : 'some'
  const form = part !== 'nowhere' && wide > 0 ? (`${part}Wide` as const) : part
  const { figure } = speech
  return say(bothSides[tieMeasure][form], {
    answered: figure(answered),
    all: figure(ties.length),
    wide: figure(wide),
  })
}

function shapeOf(view: ToldView, ties: readonly TieFacts[], today: string): string {
  const { say, speech } = view
  const n = view.objects.filter(({ type }) => type === 'organisation').length
  const values = {
    organisations: speech.told(n, '{n} organisation', '{n} organisations'),
    ties: speech.told(ties.length, '{n} relationship', '{n} relationships'),
    day: longDate(today, say),
  }
  const trust = trustFigure(sourceOf(view))
  return statement([
    capitalised(
      ties.length === 0
        ? say(
            '{organisations} mapped where they stand, with no relationship drawn yet, as of {day}.',
            values,
          )
        : say('{organisations} mapped {ties} between them, as of {day}.', values),
    ),
    ties.length > 0 ? answersOf(view, ties) : '',
    view.tieMeasure === 'trust' && trust.count > 0
      ? speech.count(
          trust.count,
          'Over the {n} side that gave a figure, trust is {figure}.',
          'Over the {n} sides that gave a figure, trust is {figure}.',
          { figure: formatFigure(trust) },
        )
      : '',
  ])
}

function workOf(view: ToldView, flags: readonly Flag[]): string {
  const { say, speech } = view
  const of = (type: string) => view.objects.filter((object) => object.type === type)
  const objectives = of('objective').length
  const commitments = of('commitment')
  const imposed = commitments.filter((object) => object.fields['state'] === 'imposed').length
  const points = flags.reduce((sum, { findings }) => sum + findings.length, 0)
  const values = {
    objectives: speech.told(objectives, '{n} shared objective', '{n} shared objectives'),
    commitments: speech.told(commitments.length, '{n} commitment', '{n} commitments'),
    imposed: speech.figure(imposed),
  }
  const held =
    imposed === 0
      ? say('The map holds {objectives} and {commitments}.', values)
      : commitments.length === 1
        ? say('The map holds {objectives} and {commitments}, which is imposed.', values)
        : say('The map holds {objectives} and {commitments}, {imposed} of them imposed.', values)
  return statement([
    objectives + commitments.length > 0 ? held : '',
    flags.length > 0
      ? capitalised(
          speech.told(
            points,
            '{n} point needs attention and is listed in this paper.',
            '{n} points need attention and are listed in this paper.',
          ),
        )
      : '',
    timeInWords(view),
  ])
}

function summaryOf(
  view: ToldView,
  flags: readonly Flag[],
  { today, since }: { today: string; since?: Since | undefined },
): string {
  const { say } = view
  if (!view.objects.some(({ type }) => type === 'organisation')) {
    return say('No organisations are on the map yet.')
  }
  const ties = tiesOf(view)
  const [widest] = ties.filter(isWide)
  return [
    shapeOf(view, ties, today),
    widest ? say('The widest gap: {gap}.', { gap: gapWords(widest, view) }) : '',
    since ? changeInWords(since, view) : '',
    workOf(view, flags),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n')
}

/** A finding in few words: of several names whole ones are left out, and counted. */
function example(finding: Flag['findings'][number], say: Say): string {
  const names = String(finding.values?.['who'] ?? '').split(', ')
  const told = (left: number): string => {
    const kept = names.slice(0, names.length - left).join(', ')
    const who = left > 0 ? `${kept} ${say('and {n} more', { n: left })}` : kept
    return oneLine(tell({ ...finding, values: { ...finding.values, who } }, say))
  }
  let left = 0
  while (left < names.length - 1 && [...told(left)].length > MOST_EXAMPLE) left += 1
  // What is said of several at once has as much room again for their names.
  const room = finding.ids.length > 1 ? 2 * MOST_EXAMPLE : MOST_EXAMPLE
  return shortened(told(left), room)
}

function examples({ findings }: Flag, { say, speech }: ToldView): string {
  const told = together(findings, speech, EXAMPLES)
  const shown = told
    .slice(0, EXAMPLES)
    .map((finding) => example(finding, say))
    .join('; ')
  const more = told.length - EXAMPLES
  return more > 0 ? say('{shown}; and {n} more', { shown, n: more }) : shown
}

function levelInWords({ speech }: ToldView, { count, of }: Figure): string {
  if (count === of) {
    return speech.count(
      of,
      'All who said both how closely they work together and how closely they need to ({n} side) work at the level that is needed.',
      'All who said both how closely they work together and how closely they need to ({n} sides) work at the level that is needed.',
    )
  }
  return count === 0
    ? speech.told(
        of,
        'Of the {n} side that said both how closely they work together and how closely they need to, none works at the level that is needed.',
        'Of the {n} sides that said both how closely they work together and how closely they need to, none works at the level that is needed.',
      )
    : speech.told(
        count,
        'Of the {of} sides that said both how closely they work together and how closely they need to, {n} works at the level that is needed.',
        'Of the {of} sides that said both how closely they work together and how closely they need to, {n} work at the level that is needed.',
        { of: speech.figure(of) },
      )
}

function findingsOf(view: ToldView, flags: readonly Flag[]): string {
  const { say, speech } = view
  const source = sourceOf(view)
  const ties = tiesOf(view)
  const level = levelFigure(source)
  const { isolated } = networkOf(source)
  const moves = movementsOf(source)
  const alone = isolated
    .flatMap((id) => {
      const object = view.object(id)
      return object ? [nameOf(object, say)] : []
    })
    .sort(byName)
  return [
    ...ties
      .filter(isWide)
      .slice(0, WIDEST)
      .map((tie) => `${gapWords(tie, view)}.`),
    ...(level.of > 0 ? [levelInWords(view, level)] : []),
    ...(ties.length > 0 && alone.length > 0
      ? [
          say('No relationship is drawn to {names}.', {
            names: shortened(speech.list(alone), MOST_EXAMPLE * 2),
          }),
        ]
      : []),
    ...(moves.onlyTop ? [say('People move between the organisations at the top alone.')] : []),
    ...flags.map((flag) => `${say(flag.title)}: ${examples(flag, view)}.`),
  ]
    .map((line) => clean(line))
    .join('\n')
}

function recommendationsOf(view: ToldView, flags: readonly Flag[], purpose: Purpose | ''): string {
  const { say, speech } = view
  const wide = tiesOf(view).filter(isWide).slice(0, WIDEST)
  const pairs = wide.map(({ from, to }) => speech.list([from.organisation, to.organisation]))
  return [
    say(openings[purpose]),
    ...(wide.length > 0
      ? [
          say('Ask each of these to talk through the gap between them: {pairs}.', {
            pairs: pairs.join('; '),
          }),
        ]
      : []),
    ...flags.flatMap(({ id, findings }) => {
      const { one, ask } = asks[id] ?? {}
      return one === undefined || ask === undefined ? [] : [speech.told(findings.length, one, ask)]
    }),
    say('Set a date on which the partners look at this map again and say what has changed.'),
  ].join('\n')
}

/** Texts that a board gives of itself, from its own counts, gaps and flags: a draft for somebody to edit. `today` is `YYYY-MM-DD`. */
export function draftsOf(
  view: ToldView,
  { purpose, ...of }: { purpose: Purpose | ''; today: string; since?: Since | undefined },
): Written {
  const flags = flagsOf(sourceOf(view), of.today)
  return {
    summary: summaryOf(view, flags, of),
    findings: findingsOf(view, flags),
    recommendations: recommendationsOf(view, flags, purpose),
  }
}
