import { changesInWords, UNTOLD, type TrustRow } from '../compare/changes-in-words.ts'
import { compareBoards, type Comparison } from '../compare/compare-boards.ts'
import type { Change } from '../compare/compare-trust.ts'
import type { BoardContent } from '../compare/content.ts'
import type { Block, Section } from './paper.ts'
import { clean, oneLine } from './printable.ts'
import type { Say } from '../words/words.ts'
import type { ToldView } from './told-view.ts'
import { longDate } from './words.ts'
import { shortened } from '../text/shortened.ts'

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

const kindNames = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const

const changeNames: Readonly<Record<Change, string>> = {
  raised: 'Raised',
  fallen: 'Fallen',
  new: 'New',
  gone: 'Gone',
  same: 'Same',
}

const versionName = ({ name, at }: Since, say: Say): string =>
  say('“{name}” of {day}', { name: oneLine(name), day: longDate(at, say) })

// The typeface has no arrows.
const became =
  (say: Say) =>
  (was: string, is: string): string =>
    say('{was}, now {is}', { was: was === '–' ? say('not answered') : was, is })

function gapWords({ gapWas, gapIs }: TrustRow, say: Say): string {
  if (gapWas === gapIs) return gapIs || '–'
  return say('{was}, now {is}', { was: gapWas || '–', is: gapIs || '–' })
}

type Things = ReturnType<typeof changesInWords>['things']

// What nobody filled in, such as the minutes that the server counts, is no change of theirs.
function wordsOf(
  found: Comparison,
  { before, after }: Since,
  say: Say,
): ReturnType<typeof changesInWords> {
  const words = changesInWords(found, [before, after], { say, became: became(say) })
  const untold = say(UNTOLD)
  const things = words.things.filter(
    ({ kind, what }) => kind !== 'changed' || what.some((line) => line !== untold),
  )
  return { ...words, things }
}

function gapsMoved({ trust }: Comparison): { wider: number; closer: number } {
  const by = trust.flatMap(({ gap: { was, is } }) =>
    was === undefined || is === undefined ? [] : [Math.abs(is) - Math.abs(was)],
  )
  return {
    wider: by.filter((step) => step > 1e-9).length,
    closer: by.filter((step) => step < -1e-9).length,
  }
}

/** What became of the board since a version, as a sentence for a summary: trust, gaps, and things on the board. */
export function changeInWords(since: Since, { say, speech }: ToldView): string {
  const found = compareBoards(since.before, since.after)
  const version = versionName(since, say)
  const { things } = wordsOf(found, since, say)
  if (things.length + found.trust.length + found.facts.length === 0) {
    return say('Nothing has changed since {version}.', { version })
  }
  const { told } = speech
  const sides = found.trust.flatMap((tie) => tie.sides.map(({ change }) => change))
  const of = (change: Change): number => sides.filter((one) => one === change).length
  const made = (kind: Things[number]['kind']): number =>
    things.filter((thing) => thing.kind === kind).length
  const { wider, closer } = gapsMoved(found)
  const where = (n: number, tell: (n: number) => string): string[] => (n > 0 ? [tell(n)] : [])
  const trust = [
    ...where(of('raised'), (n) => told(n, 'trust rose on {n} side', 'trust rose on {n} sides')),
    ...where(of('fallen'), (n) => told(n, 'trust fell on {n} side', 'trust fell on {n} sides')),
    ...where(of('new'), (n) =>
      told(
        n,
        'trust was given for the first time on {n} side',
        'trust was given for the first time on {n} sides',
      ),
    ),
    ...where(of('gone'), (n) =>
      told(n, 'trust is no longer said on {n} side', 'trust is no longer said on {n} sides'),
    ),
  ]
  const clauses = [
    ...(trust.length === 0 ? [say('no side’s trust has changed')] : trust),
    ...where(wider, (n) => told(n, '{n} gap widened', '{n} gaps widened')),
    ...where(closer, (n) => told(n, '{n} gap narrowed', '{n} gaps narrowed')),
    ...where(made('added'), (n) =>
      told(n, '{n} thing was added to the board', '{n} things were added to the board'),
    ),
    ...where(made('removed'), (n) =>
      told(n, '{n} thing was removed from the board', '{n} things were removed from the board'),
    ),
    ...where(made('changed'), (n) =>
      told(n, '{n} thing on the board was changed', '{n} things on the board were changed'),
    ),
  ]
  return say('Since {version}: {changes}.', { version, changes: clauses.join('; ') })
}

const tail = (n: number, { speech }: ToldView): Block[] =>
  n > 0
    ? [
        {
          kind: 'paragraph',
          style: 'quiet',
          text: speech.count(
            n,
            'And {n} more, which the board itself shows under “Versions”.',
            'And {n} more, which the board itself shows under “Versions”.',
          ),
        },
      ]
    : []

function trustTable(rows: readonly TrustRow[], view: ToldView): Block[] {
  const { say } = view
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: say('Trust and gaps, then and now'),
      columns: [
        { label: say('Organisation'), share: 4, align: 'left', names: true },
        { label: say('About'), share: 4, align: 'left' },
        { label: say('Then'), share: 1.6, align: 'centre' },
        { label: say('Now'), share: 1.6, align: 'centre' },
        { label: say('Change'), share: 4.4, align: 'left' },
        { label: say('Gap'), share: 2.4, align: 'centre' },
      ],
      rows: rows.slice(0, MOST_ROWS).map((row) => [
        { text: clean(row.by), strong: true as const },
        { text: clean(row.about) },
        { text: row.was },
        { text: row.is },
        {
          text: say(changeNames[row.change]),
          ...(row.dimensions.length > 0 && { note: row.dimensions.join('; ') }),
        },
        { text: gapWords(row, say), ...(row.gapWas !== row.gapIs && { strong: true as const }) },
      ]),
    },
    ...tail(rows.length - MOST_ROWS, view),
  ]
}

function thingsTable(things: Things, view: ToldView): Block[] {
  if (things.length === 0) return []
  const { say } = view
  return [
    {
      kind: 'table',
      caption: say('What was added, removed and changed'),
      columns: [
        { label: say('What'), share: 5, align: 'left', names: true },
        { label: say('Kind'), share: 2.6, align: 'left' },
        { label: say('Change'), share: 7, align: 'left' },
      ],
      rows: things.slice(0, MOST_ROWS).map(({ type, name, kind, what }) => {
        const lines = what.slice(0, MOST_LINES).map((line) => shortened(oneLine(line), MOST_LINE))
        const more = what.length - lines.length
        return [
          { text: shortened(oneLine(name), MOST_LINE), strong: true as const },
          { text: type },
          {
            text:
              [...lines, ...(more > 0 ? [say('and {n} more', { n: more })] : [])].join('\n') ||
              say(kindNames[kind]),
          },
        ]
      }),
    },
    ...tail(things.length - MOST_ROWS, view),
  ]
}

/** Trust and gaps then and now, and what was added, removed and changed since a version. */
export function composeChange(since: Since, view: ToldView): Section[] {
  const { say } = view
  const found = compareBoards(since.before, since.after)
  const { trust, things, facts } = wordsOf(found, since, say)
  return [
    {
      orientation: 'portrait',
      blocks: [
        {
          kind: 'heading',
          level: 2,
          text: say('What has changed since “{name}”', {
            name: shortened(oneLine(since.name), 80),
          }),
        },
        { kind: 'paragraph', style: 'body', text: changeInWords(since, view) },
        ...(facts.length > 0
          ? [
              {
                kind: 'bullets' as const,
                items: facts.map((fact) => shortened(oneLine(fact), MOST_LINE)),
              },
            ]
          : []),
        ...trustTable(trust, view),
        ...thingsTable(things, view),
      ],
    },
  ]
}
