import type { BoardView } from '../board/view.ts'
import { readField } from '../objects/fields.ts'
import { issue, TALKED } from '../objects/issue.ts'
import { fieldWords, titleOf } from './compose-registers.ts'
import type { Block } from './paper.ts'
import { byName, listed, told } from './words.ts'

/** From this importance on (“Important”) an issue counts among the top ones, unless it is a side show. */
const TOP = 3

const MOST_NAMES = 3

/** The whole minutes for which an issue was talked about: in the spotlight, or alone in a stage. */
interface Talked {
  id: string
  title: string
  kind: string
  importance: string
  minutes: number
  isTop: boolean
}

function talkedIssues(view: BoardView): Talked[] {
  return view.objects
    .flatMap((object): Talked[] => {
      const minutes = object.type === issue.type ? object.fields[TALKED] : undefined
      if (typeof minutes !== 'number' || !(minutes > 0) || !Number.isFinite(minutes)) return []
      const { kind, importance } = issue.fields
      const weight = readField(importance, object.fields['importance'])
      return [
        {
          id: object.id,
          title: titleOf(object),
          kind: fieldWords(kind, object.fields['kind'], view),
          importance: fieldWords(importance, object.fields['importance'], view),
          minutes: Math.round(minutes),
          isTop:
            readField(kind, object.fields['kind']) !== 'sideShow' &&
            typeof weight === 'number' &&
            weight >= TOP,
        },
      ]
    })
    .sort((a, b) => b.minutes - a.minutes || byName(a.title, b.title) || (a.id < b.id ? -1 : 1))
}

const sum = (issues: readonly Talked[]): number =>
  issues.reduce((all, { minutes }) => all + minutes, 0)

/** How many of the minutes went to the top issues, as a sentence; empty when no issue was talked about. */
export function timeInWords(view: BoardView): string {
  const issues = talkedIssues(view)
  if (issues.length === 0) return ''
  const top = issues.filter(({ isTop }) => isTop)
  const spent = told(sum(issues), 'minute')
  if (top.length === 0) return `None of the ${spent} spent on issues went to a top issue.`
  const share =
    top.length === issues.length
      ? `All of the ${spent} spent on issues went`
      : `Of the ${spent} spent on issues, ${told(sum(top), 'went', 'went')}`
  const names = top.slice(0, MOST_NAMES).map(({ title, minutes }) => `${title} (${minutes})`)
  const more = top.length - names.length
  return `${share} to the top issues: ${listed(more > 0 ? [...names, `${more} more`] : names)}.`
}

/** The minutes per issue as a table, led into by how many went to the top ones; nothing when no issue was talked about. */
export function composeTime(view: BoardView): Block[] {
  const issues = talkedIssues(view)
  if (issues.length === 0) return []
  return [
    { kind: 'heading', level: 3, text: 'Time spent on issues' },
    { kind: 'paragraph', style: 'body', text: timeInWords(view) },
    {
      kind: 'table',
      caption: 'Minutes spent on each issue',
      columns: [
        { label: 'Issue', share: 6, align: 'left', names: true },
        { label: 'Kind', share: 3, align: 'left' },
        { label: 'Importance', share: 3, align: 'left' },
        { label: 'Minutes', share: 1.6, align: 'centre' },
      ],
      rows: issues.map(({ title, kind, importance, minutes, isTop }) => [
        { text: title, strong: true as const },
        { text: kind || '–' },
        { text: importance || '–' },
        { text: String(minutes), ...(isTop && { strong: true as const }) },
      ]),
    },
    {
      kind: 'paragraph',
      style: 'quiet',
      text: 'Top issues are those of importance 3 or 4 that are no side show; their minutes are in bold.',
    },
  ]
}
