import { flagsOf } from '../measures/flags.ts'
import { tell } from '../text/saying.ts'
import type { Block, Section } from './paper.ts'
import { clean } from './printable.ts'
import { sourceOf } from './source.ts'
import { together } from './together.ts'
import type { ToldView } from './told-view.ts'

/** More findings than this under one flag are counted, not listed. */
const MOST_FINDINGS = 15

/** What a chair can act on, each with why it matters and what it was found in. */
export function composeFlags(view: ToldView, today: string): Section[] {
  const { say, speech } = view
  const flags = flagsOf(sourceOf(view), today)
  const heading: Block = { kind: 'heading', level: 2, text: say('What needs attention') }
  if (flags.length === 0) {
    const text = say('Nothing on the board asks for attention.')
    return [
      { orientation: 'portrait', blocks: [heading, { kind: 'paragraph', text, style: 'body' }] },
    ]
  }
  const rows = flags.map(({ title, why, findings }) => {
    const told = together(findings, speech, MOST_FINDINGS)
    const more = told.length - MOST_FINDINGS
    const lines = told.slice(0, MOST_FINDINGS).map((finding) => clean(tell(finding, say)))
    return [
      { text: say(title), note: say(why), strong: true as const },
      { text: String(findings.length) },
      {
        text: [
          ...lines,
          ...(more > 0 ? [speech.count(more, 'and 1 more', 'and {n} more')] : []),
        ].join('\n'),
      },
    ]
  })
  return [
    {
      orientation: 'portrait',
      blocks: [
        heading,
        {
          kind: 'table',
          caption: say('Found on the board, and why it matters'),
          columns: [
            { label: say('What'), share: 5, align: 'left', names: true },
            { label: say('How many'), share: 1.4, align: 'centre' },
            { label: say('Where'), share: 6.6, align: 'left' },
          ],
          rows,
        },
      ],
    },
  ]
}
