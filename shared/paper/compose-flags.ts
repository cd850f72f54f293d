import type { BoardView } from '../board/view.ts'
import { flagsOf } from '../measures/flags.ts'
import { inEnglish } from '../text/saying.ts'
import type { Block, Section } from './paper.ts'
import { clean } from './printable.ts'
import { sourceOf } from './source.ts'
import { count } from './words.ts'

/** More findings than this under one flag are counted, not listed. */
const MOST_FINDINGS = 15

/** What a chair can act on, each with why it matters and what it was found in. */
export function composeFlags(view: BoardView, today: string): Section[] {
  const flags = flagsOf(sourceOf(view), today)
  const heading: Block = { kind: 'heading', level: 2, text: 'What needs attention' }
  if (flags.length === 0) {
    const text = 'Nothing on the board asks for attention.'
    return [
      { orientation: 'portrait', blocks: [heading, { kind: 'paragraph', text, style: 'body' }] },
    ]
  }
  const rows = flags.map(({ title, why, findings }) => {
    const more = findings.length - MOST_FINDINGS
    const lines = findings.slice(0, MOST_FINDINGS).map((finding) => clean(inEnglish(finding)))
    return [
      { text: title, note: why, strong: true as const },
      { text: String(findings.length) },
      { text: [...lines, ...(more > 0 ? [`and ${count(more, 'more', 'more')}`] : [])].join('\n') },
    ]
  })
  return [
    {
      orientation: 'portrait',
      blocks: [
        heading,
        {
          kind: 'table',
          caption: 'Found on the board, and why it matters',
          columns: [
            { label: 'What', share: 5, align: 'left', names: true },
            { label: 'How many', share: 1.4, align: 'centre' },
            { label: 'Where', share: 6.6, align: 'left' },
          ],
          rows,
        },
      ],
    },
  ]
}
