import { changesInWords, type TrustRow } from '../compare/changes-in-words.ts'
import { compareBoards, type Comparison } from '../compare/compare-boards.ts'
import type { Change } from '../compare/compare-trust.ts'
import type { BoardContent } from '../compare/content.ts'
import type { Block, Section } from './paper.ts'
import { clean, oneLine } from './printable.ts'
import { count, inWords, listed, longDate, shortened, told } from './words.ts'

/** The version with which a paper compares the board, and both as they were read. */
export interface Since {
  name: string
  /** when the version was kept, ISO 8601 */
  at: string
  before: BoardContent
  after: BoardContent
}

/** More rows than this are counted, not listed. */
const MOST_ROWS = 80
const MOST_LINES = 6
const MOST_LINE = 240

const changeNames: Readonly<Record<Change, string>> = {
  raised: 'Raised',
  fallen: 'Fallen',
  new: 'New',
  gone: 'Gone',
  same: 'Same',
}

const versionName = ({ name, at }: Since): string => `“${oneLine(name)}” of ${longDate(at)}`

function gapWords({ gapWas, gapIs }: TrustRow): string {
  if (gapWas === gapIs) return gapIs || '–'
  return `${gapWas || '–'}, now ${gapIs || '–'}`
}

type Things = ReturnType<typeof changesInWords>['things']

const UNTOLD = 'Other details'

// What nobody filled in, such as the minutes that the server counts, is no change of theirs.
function wordsOf(found: Comparison, { before, after }: Since): ReturnType<typeof changesInWords> {
  const words = changesInWords(found, before, after)
  const things = words.things.filter(
    ({ kind, what }) => kind !== 'changed' || what.some((line) => line !== UNTOLD),
  )
  return { ...words, things }
}

// The typeface has no arrows.
const plainly = (line: string): string =>
  line.replaceAll('– → ', 'not answered, now ').replaceAll(' → ', ', now ')

function gapsMoved({ trust }: Comparison): { wider: number; closer: number } {
  const by = trust.flatMap(({ gap: { was, is } }) =>
    was === undefined || is === undefined ? [] : [Math.abs(is) - Math.abs(was)],
  )
  return {
    wider: by.filter((step) => step > 1e-9).length,
    closer: by.filter((step) => step < -1e-9).length,
  }
}

/** What became of the board since a version, as sentences for a summary: trust, gaps, and things on the board. */
export function changeInWords(since: Since): string {
  const found = compareBoards(since.before, since.after)
  const sides = found.trust.flatMap((tie) => tie.sides.map(({ change }) => change))
  const of = (change: Change): number => sides.filter((one) => one === change).length
  const { wider, closer } = gapsMoved(found)
  const trust = [
    ...(of('raised') > 0 ? [`rose on ${told(of('raised'), 'side')}`] : []),
    ...(of('fallen') > 0 ? [`fell on ${told(of('fallen'), 'side')}`] : []),
    ...(of('new') > 0 ? [`was given for the first time on ${told(of('new'), 'side')}`] : []),
    ...(of('gone') > 0 ? [`is no longer said on ${told(of('gone'), 'side')}`] : []),
  ]
  const gaps = [
    ...(wider > 0 ? [`${told(wider, 'gap')} widened`] : []),
    ...(closer > 0 ? [`${told(closer, 'gap')} narrowed`] : []),
  ]
  const { things } = wordsOf(found, since)
  const kinds = (['added', 'removed', 'changed'] as const).flatMap((kind) => {
    const n = things.filter((thing) => thing.kind === kind).length
    return n > 0 ? [`${inWords(n)} ${n === 1 ? 'was' : 'were'} ${kind}`] : []
  })
  const sentences = [
    trust.length === 0 ? 'no side’s trust has changed' : `trust ${listed(trust)}`,
    ...(gaps.length > 0 ? [listed(gaps)] : []),
    ...(kinds.length > 0 ? [`of the things on the board, ${listed(kinds)}`] : []),
  ]
  return things.length + found.trust.length + found.facts.length === 0
    ? `Nothing has changed since ${versionName(since)}.`
    : `Since ${versionName(since)}, ${sentences.join('; ')}.`
}

const tail = (n: number): Block[] =>
  n > 0
    ? [
        {
          kind: 'paragraph',
          style: 'quiet',
          text: `And ${count(n, 'more', 'more')}, which the board itself shows under “Versions”.`,
        },
      ]
    : []

function trustTable(rows: readonly TrustRow[]): Block[] {
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Trust and gaps, then and now',
      columns: [
        { label: 'Organisation', share: 4, align: 'left', names: true },
        { label: 'About', share: 4, align: 'left' },
        { label: 'Then', share: 1.6, align: 'centre' },
        { label: 'Now', share: 1.6, align: 'centre' },
        { label: 'Change', share: 4.4, align: 'left' },
        { label: 'Gap', share: 2.4, align: 'centre' },
      ],
      rows: rows.slice(0, MOST_ROWS).map((row) => [
        { text: clean(row.by), strong: true as const },
        { text: clean(row.about) },
        { text: row.was },
        { text: row.is },
        {
          text: changeNames[row.change],
          ...(row.dimensions.length > 0 && { note: row.dimensions.map(plainly).join('; ') }),
        },
        { text: gapWords(row), ...(row.gapWas !== row.gapIs && { strong: true as const }) },
      ]),
    },
    ...tail(rows.length - MOST_ROWS),
  ]
}

function thingsTable(things: Things): Block[] {
  if (things.length === 0) return []
  const kinds = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const
  return [
    {
      kind: 'table',
      caption: 'What was added, removed and changed',
      columns: [
        { label: 'What', share: 5, align: 'left', names: true },
        { label: 'Kind', share: 2.6, align: 'left' },
        { label: 'Change', share: 7, align: 'left' },
      ],
      rows: things.slice(0, MOST_ROWS).map(({ type, name, kind, what }) => {
        const lines = what
          .slice(0, MOST_LINES)
          .map((line) => shortened(plainly(oneLine(line)), MOST_LINE))
        const more = what.length - lines.length
        return [
          { text: shortened(oneLine(name), MOST_LINE), strong: true as const },
          { text: type },
          { text: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n') || kinds[kind] },
        ]
      }),
    },
    ...tail(things.length - MOST_ROWS),
  ]
}

/** Trust and gaps then and now, and what was added, removed and changed since a version. */
export function composeChange(since: Since): Section[] {
  const found = compareBoards(since.before, since.after)
  const { trust, things, facts } = wordsOf(found, since)
  return [
    {
      orientation: 'portrait',
      blocks: [
        {
          kind: 'heading',
          level: 2,
          text: `What has changed since “${shortened(oneLine(since.name), 80)}”`,
        },
        { kind: 'paragraph', style: 'body', text: changeInWords(since) },
        ...(facts.length > 0
          ? [
              {
                kind: 'bullets' as const,
                items: facts.map((fact) => shortened(plainly(oneLine(fact)), MOST_LINE)),
              },
            ]
          : []),
        ...trustTable(trust),
        ...thingsTable(things),
      ],
    },
  ]
}
