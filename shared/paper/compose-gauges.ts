import { gaugeFields } from '../objects/organisation-profile.ts'
import { fieldWords } from './compose-registers.ts'
import type { Section } from './paper.ts'
import { nameOf } from './tie-facts.ts'
import { byName } from './words.ts'
import type { ToldView } from './told-view.ts'

/** How hard organisations are pressed, as those say that have published it; nothing where none has. */
export function composeGauges(view: ToldView): Section[] {
  const { say } = view
  const { pressure, pressureNote } = gaugeFields
  const rows = view.objects
    .filter(({ type }) => type === 'organisation')
    .sort((a, b) => byName(nameOf(a, say), nameOf(b, say)) || (a.id < b.id ? -1 : 1))
    .flatMap((object) => {
      const level = fieldWords(pressure, object.fields['pressure'], view)
      const note = fieldWords(pressureNote, object.fields['pressureNote'], view)
      if (level === '' && note === '') return []
      return [
        [
          { text: nameOf(object, say), strong: true as const },
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
          caption: say('Pressure, as the organisations say that have published it'),
          columns: [
            { label: say('Organisation'), share: 4, align: 'left', names: true },
            { label: say(pressure.label), share: 3, align: 'left' },
            { label: say(pressureNote.label), share: 5, align: 'left' },
          ],
          rows,
        },
      ],
    },
  ]
}
