import { markingLine } from '../board/marking.ts'
import type { BoardView } from '../board/view.ts'
import { composeChange, type Since } from './compose-change.ts'
import { composeFlags } from './compose-flags.ts'
import { composeFront } from './compose-front.ts'
import { composeGauges } from './compose-gauges.ts'
import { composeMaps } from './compose-map.ts'
import { composeMatrix } from './compose-matrix.ts'
import { composeMethod } from './compose-method.ts'
import { composeRegisters } from './compose-registers.ts'
import { composeRounds } from './compose-rounds.ts'
import { composeTies } from './compose-ties.ts'
import { composeUnanswered } from './compose-unanswered.ts'
import { textsOf, type Paper, type Section } from './paper.ts'
import { clean, oneLine, toGlyphs } from './printable.ts'
import { sectionIds, type SectionId } from './profiles.ts'
import { hasSection, readPaperSettings, type PaperSettings } from './settings.ts'
import { tiesOf, type TieFacts } from './tie-facts.ts'
import { composeTime } from './time-on-issues.ts'
import type { Round } from '../session/state.ts'
import { english, type Say, type Words } from '../words/words.ts'
import { withWidths } from './column-widths.ts'
import { toldIn, type ToldView } from './told-view.ts'
import { shortened } from '../text/shortened.ts'

/** What the board's objects don't say of their paper. */
export interface PaperOptions {
  /** the board's title; the settings may give the paper another */
  title: string
  generatedAt: Date
  /** of the language in which it is; default English */
  words?: Words
  /** default: those of a board on which nobody has set any */
  settings?: PaperSettings
  /** id of a frame: it alone is the map, whatever the settings say */
  frame?: string
  /** the version with which the board is compared; absent: the paper says nothing of change */
  since?: Since
  /** the session's rounds; what was revealed of them is told */
  rounds?: readonly Round[]
}

const MOST_TITLE = 160

// Wide tables follow the map, all on landscape pages; then the rest, upright. A reader turns the paper once.
function joined(sections: readonly Section[]): Section[] {
  return (['landscape', 'portrait'] as const).flatMap((orientation): Section[] => {
    const blocks = sections.filter((s) => s.orientation === orientation).flatMap((s) => s.blocks)
    return blocks.length > 0 ? [{ orientation, blocks }] : []
  })
}

// Tables and figures are numbered through, so that a meeting can point at one.
function numbered(sections: readonly Section[], say: Say): Section[] {
  let tables = 0
  let figures = 0
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind === 'table') {
        return {
          ...block,
          caption: say('Table {n}. {caption}', { n: ++tables, caption: block.caption }),
          columns: withWidths(block.columns, block.rows, section.orientation),
        }
      }
      if (block.kind === 'figure')
        return {
          ...block,
          caption: say('Figure {n}. {caption}', { n: ++figures, caption: block.caption }),
        }
      return block
    }),
  }))
}

interface Parts {
  view: ToldView
  ties: readonly TieFacts[]
  today: string
  since: Since | undefined
  rounds: readonly Round[]
}

function sectionsOf(id: SectionId, { view, ties, today, since, rounds }: Parts): Section[] {
  switch (id) {
    case 'matrix':
      return composeMatrix(view)
    case 'change':
      return since ? composeChange(since, view) : []
    case 'relationships':
      return composeTies(view, ties)
    case 'flags':
      return composeFlags(view, today)
    case 'unanswered':
      return [composeUnanswered(view, ties)]
    case 'organisations':
      return [...composeRegisters(view, id), ...composeGauges(view)]
    case 'issues': {
      const time = composeTime(view)
      const after: Section[] = time.length > 0 ? [{ orientation: 'portrait', blocks: time }] : []
      return [...composeRegisters(view, id), ...after]
    }
    case 'questions':
      return composeRounds(rounds, view)
    default:
      return composeRegisters(view, id)
  }
}

/** The board paper of a board as it is: the same board, settings, title and date give the same paper. */
export function composePaper(board: BoardView, options: PaperOptions): Paper {
  const view = toldIn(board, options.words ?? english)
  const { say } = view
  const { settings: given = readPaperSettings(undefined), generatedAt, frame, since } = options
  const { rounds = [] } = options
  const settings = frame === undefined ? given : { ...given, frames: [frame], wholeBoard: false }
  const today = generatedAt.toISOString().slice(0, 10)
  const parts = { view, ties: tiesOf(view), today, since, rounds }
  const title = shortened(oneLine(settings.title) || options.title, MOST_TITLE)
  const opening = [
    composeFront(view, settings, { title, today, since }),
    ...(hasSection(settings, 'map') ? composeMaps(view, settings) : []),
  ]
  const body = sectionIds
    .filter((id) => hasSection(settings, id))
    .flatMap((id) => sectionsOf(id, parts))
  let missing = 0
  for (const text of textsOf([...opening, ...body])) missing += toGlyphs(clean(text)).missing
  const method = hasSection(settings, 'method') ? [composeMethod(view, generatedAt, missing)] : []
  return {
    title,
    subject: say('Relationships, trust and shared objectives: {title}', { title }),
    language: view.speech.locale,
    pages: say('Page {n} of {all}'),
    marking: markingLine(view.marking),
    generatedAt,
    sections: numbered([...opening, ...joined([...body, ...method])], say),
  }
}
