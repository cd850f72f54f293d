import type { BoardView } from '../board/view.ts'
import { flagsOf, type Flag } from '../measures/flags.ts'
import { levelFigure } from '../measures/levels.ts'
import { networkOf } from '../measures/network.ts'
import { movementsOf } from '../measures/people.ts'
import { formatFigure } from '../measures/figure.ts'
import { trustFigure } from '../measures/trust.ts'
import { inEnglish } from '../text/saying.ts'
import { changeInWords, type Since } from './compose-change.ts'
import { gapWords } from './describe-map.ts'
import { clean, oneLine } from './printable.ts'
import type { Profile, Purpose } from './profiles.ts'
import { sourceOf } from './source.ts'
import { isAnswered, isWide, nameOf, tiesOf } from './tie-facts.ts'
import { timeInWords } from './time-on-issues.ts'
import { byName, count, inWords, listed, longDate, capitalised, shortened, told } from './words.ts'

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

function summaryOf(
  view: BoardView,
  flags: readonly Flag[],
  { today, since }: { today: string; since?: Since | undefined },
): string {
  const ties = tiesOf(view)
  const answered = ties.filter(isAnswered)
  const wide = ties.filter(isWide)
  const of = (type: string) => view.objects.filter((object) => object.type === type)
  const organisations = of('organisation').length
  if (organisations === 0) return 'No organisations are on the map yet.'
  const objectives = of('objective').length
  const commitments = of('commitment')
  const imposed = commitments.filter((object) => object.fields['state'] === 'imposed').length
  const trust = trustFigure(sourceOf(view))
  const what = view.tieMeasure === 'trust' ? 'how far they trust each other' : 'how often they meet'
  const shape = statement([
    capitalised(
      `${told(organisations, 'organisation')} mapped ${ties.length === 0 ? 'where they stand, with no relationship drawn yet' : `${told(ties.length, 'relationship')} between them`}, as of ${longDate(today)}.`,
    ),
    ties.length > 0
      ? `${answered.length === 0 ? `Nowhere have both sides said ${what}` : `Both sides said ${what} in ${answered.length === ties.length ? 'every one of them' : `${inWords(answered.length)} of those ${inWords(ties.length)}`}${wide.length === 0 ? '; nowhere are they a step or more apart' : `, and in ${inWords(wide.length)} the two sides are a step or more apart`}`}.`
      : '',
    view.tieMeasure === 'trust' && trust.count > 0
      ? `Over the ${count(trust.count, 'side')} that gave a figure, trust is ${formatFigure(trust).replace(' ', '')}.`
      : '',
  ])
  const widest = wide[0] ? `The widest gap: ${gapWords(wide[0], view.tieMeasure)}.` : ''
  const points = flags.reduce((sum, { findings }) => sum + findings.length, 0)
  const work = statement([
    objectives + commitments.length > 0
      ? `The map holds ${told(objectives, 'shared objective')} and ${told(commitments.length, 'commitment')}${imposed === 0 ? '' : commitments.length === 1 ? ', which is imposed' : `, ${inWords(imposed)} of them imposed`}.`
      : '',
    flags.length > 0
      ? capitalised(
          `${told(points, 'point needs attention and is', 'points need attention and are')} listed in this paper.`,
        )
      : '',
    timeInWords(view),
  ])
  const change = since ? changeInWords(since) : ''
  return [shape, widest, change, work].filter((paragraph) => paragraph !== '').join('\n')
}

const examples = ({ findings }: Flag): string => {
  const shown = findings
    .slice(0, EXAMPLES)
    .map((finding) => shortened(oneLine(inEnglish(finding)), MOST_EXAMPLE))
  const more = findings.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

function findingsOf(view: BoardView, flags: readonly Flag[]): string {
  const source = sourceOf(view)
  const ties = tiesOf(view)
  const level = levelFigure(source)
  const { isolated } = networkOf(source)
  const moves = movementsOf(source)
  const alone = isolated
    .flatMap((id) => {
      const object = view.object(id)
      return object ? [nameOf(object)] : []
    })
    .sort(byName)
  return [
    ...ties
      .filter(isWide)
      .slice(0, WIDEST)
      .map((tie) => `${gapWords(tie, view.tieMeasure)}.`),
    ...(level.of > 0
      ? [
          level.count === level.of
            ? `All who said both how closely they work together and how closely they need to (${count(level.of, 'side')}) work at the level that is needed.`
            : `Of the ${told(level.of, 'side')} that said both how closely they work together and how closely they need to, ${level.count === 0 ? 'none works' : told(level.count, 'works', 'work')} at the level that is needed.`,
        ]
      : []),
    ...(ties.length > 0 && alone.length > 0
      ? [`No relationship is drawn to ${shortened(listed(alone), MOST_EXAMPLE * 2)}.`]
      : []),
    ...(moves.onlyTop ? ['People move between the organisations at the top alone.'] : []),
    ...flags.map((flag) => `${flag.title}: ${examples(flag)}.`),
  ]
    .map((line) => clean(line))
    .join('\n')
}

/** What to ask for, by the flag that asks for it. */
const asks: Readonly<Record<string, (n: number) => string>> = {
  'public-value': (n) =>
    `Ask the owner${n === 1 ? '' : 's'} of ${told(n, 'objective')} to say what gets better for people, before more is promised.`,
  'sharp-end': (n) =>
    `Ask who at the sharp end is to be reached by ${told(n, 'objective')} that reach${n === 1 ? 'es' : ''} nobody there yet.`,
  'risk-alone': (n) =>
    `Agree how ${told(n, 'risk')} that one organisation holds alone should be shared.`,
  'risk-total': (n) =>
    `Settle who holds the rest of ${told(n, 'risk')} whose shares do not add up.`,
  'one-way': (n) =>
    `Ask what is owed in return for ${told(n, 'obligation')} that run${n === 1 ? 's' : ''} one way, or why nothing is.`,
  'no-fallback': (n) =>
    `Name who steps in for ${told(n, 'obligation')} that cannot fail and ha${n === 1 ? 's' : 've'} no fallback.`,
  imposed: (n) => `Ask what would turn ${told(n, 'imposed commitment')} into an offer.`,
  unowned: (n) =>
    `Give ${told(n, 'commitment')} an owner and a date by the next meeting, or withdraw ${n === 1 ? 'it' : 'them'}.`,
  unsigned: (n) =>
    `Invite those who have not signed ${told(n, 'working agreement')} to sign or to say why not.`,
  overdue: (n) => `Hold ${told(n, 'review')} whose date has passed before anything new is agreed.`,
  culture: () =>
    'Talk through the widest differences in culture before they are taken for bad will.',
  deal: (n) =>
    `Say what would build trust in ${told(n, 'relationship')} that lean${n === 1 ? 's' : ''} on the deal.`,
}

const opening: Readonly<Record<Purpose | '', string>> = {
  '': 'Receive this map of relationships as the shared starting point.',
  decision: 'Approve this map of relationships as the shared starting point.',
  discussion: 'Discuss this map of relationships, and what it leaves unsaid.',
  assurance:
    'Take assurance that both sides of each relationship have been asked, and note where they were not answered.',
  noting: 'Note this map of relationships.',
}

function recommendationsOf(view: BoardView, flags: readonly Flag[], purpose: Purpose | ''): string {
  const wide = tiesOf(view).filter(isWide).slice(0, WIDEST)
  return [
    opening[purpose],
    ...(wide.length > 0
      ? [
          `Ask each of these to talk through the gap between them: ${wide.map(({ from, to }) => `${from.organisation} and ${to.organisation}`).join('; ')}.`,
        ]
      : []),
    ...flags.flatMap(({ id, findings }) => asks[id]?.(findings.length) ?? []),
    'Set a date on which the partners look at this map again and say what has changed.',
  ].join('\n')
}

/** Texts that a board gives of itself, from its own counts, gaps and flags: a draft for somebody to edit. `today` is `YYYY-MM-DD`. */
export function draftsOf(
  view: BoardView,
  { purpose, ...of }: { purpose: Purpose | ''; today: string; since?: Since | undefined },
): Written {
  const flags = flagsOf(sourceOf(view), of.today)
  return {
    summary: summaryOf(view, flags, of),
    findings: findingsOf(view, flags),
    recommendations: recommendationsOf(view, flags, purpose),
  }
}

/** How a profile leads into its recommendations. */
export const askedTo = ({ meeting }: Profile): string => `The ${meeting} is asked to:`
