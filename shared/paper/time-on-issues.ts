import { readField } from '../objects/fields.ts'
import { issue, TALKED } from '../objects/issue.ts'
import { fieldWords, titleOf } from './compose-registers.ts'
import type { Block } from './paper.ts'
import { byName } from './words.ts'
import type { ToldView } from './told-view.ts'

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

function talkedIssues(view: ToldView): Talked[] {
  return view.objects
    .flatMap((object): Talked[] => {
      const minutes = object.type === issue.type ? object.fields[TALKED] : undefined
      if (typeof minutes !== 'number' || !(minutes > 0) || !Number.isFinite(minutes)) return []
      const { kind, importance } = issue.fields
      const weight = readField(importance, object.fields['importance'])
      return [
        {
          id: object.id,
          title: titleOf(object, view.say),
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
export function timeInWords(view: ToldView): string {
  const issues = talkedIssues(view)
  if (issues.length === 0) return ''
  const { speech } = view
  const top = issues.filter(({ isTop }) => isTop)
  const all = sum(issues)
  if (top.length === 0) {
    return speech.told(
      all,
      'The {n} minute spent on issues did not go to a top issue.',
      'None of the {n} minutes spent on issues went to a top issue.',
    )
  }
  const names = speech.list(
    top.map(({ title, minutes }) => `${title} (${minutes})`),
    MOST_NAMES,
  )
  return top.length === issues.length
    ? speech.told(
        all,
        'The {n} minute spent on issues went to the top issues: {names}.',
        'All of the {n} minutes spent on issues went to the top issues: {names}.',
        { names },
      )
    : speech.told(
        all,
        'Of the {n} minute spent on issues, {part} went to the top issues: {names}.',
        'Of the {n} minutes spent on issues, {part} went to the top issues: {names}.',
        { part: speech.figure(sum(top)), names },
      )
}

/** The minutes per issue as a table, led into by how many went to the top ones; nothing when no issue was talked about. */
export function composeTime(view: ToldView): Block[] {
  const issues = talkedIssues(view)
  if (issues.length === 0) return []
  const { say } = view
  return [
    { kind: 'heading', level: 3, text: say('Time spent on issues') },
    { kind: 'paragraph', style: 'body', text: timeInWords(view) },
    {
      kind: 'table',
      caption: say('Minutes spent on each issue'),
      columns: [
        { label: say('Issue'), share: 6, align: 'left', names: true },
        { label: say('Kind'), share: 3, align: 'left' },
        { label: say('Importance'), share: 3, align: 'left' },
        { label: say('Minutes'), share: 1.6, align: 'centre' },
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
      text: say(
        'Top issues are those of importance 3 or 4 that are no side show; their minutes are in bold.',
      ),
    },
  ]
}
