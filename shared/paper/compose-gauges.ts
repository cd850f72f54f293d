import type { BoardView } from '../board/view.ts'
import { gaugeFields } from '../objects/organisation-profile.ts'
import { fieldWords } from './compose-registers.ts'
import type { Section } from './paper.ts'
import { nameOf } from './tie-facts.ts'
import { byName } from './words.ts'

/** How hard organisations are pressed, as those say that have published it; nothing where none has. */
export function composeGauges(view: BoardView): Section[] {
  const { pressure, pressureNote } = gaugeFields
  const rows = view.objects
    .filter(({ type }) => type === 'organisation')
    .sort((a, b) => byName(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1))
    .flatMap((object) => {
      const level = fieldWords(pressure, object.fields['pressure'], view)
      const note = fieldWords(pressureNote, object.fields['pressureNote'], view)
      if (level === '' && note === '') return []
      return [
        [
          { text: nameOf(object), strong: true as const },
          { text: level || '–' },
          { text: note || '–' },
        ],
      ]
    })
  if (rows.length === 0) return []
  return [
    {
      orientation: 'portrait',
      blocks: [
        {
          kind: 'table',
          caption: 'Pressure, as the organisations say that have published it',
          columns: [
            { label: 'Organisation', share: 4, align: 'left', names: true },
            { label: pressure.label, share: 3, align: 'left' },
            { label: pressureNote.label, share: 5, align: 'left' },
          ],
          rows,
        },
      ],
    },
  ]
}
