import { drawCard } from '../draw/card.ts'
import { defineObject } from './define.ts'
import { ownerAndDay } from './owner-and-day.ts'

const states = [
  { value: 'open', label: 'To do' },
  { value: 'doing', label: 'Under way' },
  { value: 'done', label: 'Done' },
] as const

/** The next thing that somebody does, by a date. */
export const action = defineObject({
  type: 'action',
  name: { one: 'Action', many: 'Actions' },
  help: 'Click where the action should go, then type what somebody will do.',
  icon: 'square-check-big',
  place: 'box',
  size: [240, 112],
  resize: 'both',
  group: 'partnership',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Action', multiline: false },
    owner: { kind: 'line', label: 'Owner', help: 'A person, not a team' },
    organisation: { kind: 'reference', label: 'Organisation', types: ['organisation'] },
    due: { kind: 'date', label: 'By when' },
    state: { kind: 'choice', label: 'State', options: states, default: 'open' },
    from: { kind: 'reference', label: 'Follows from', types: ['decision', 'objective', 'issue'] },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  register: ['title', 'owner', 'organisation', 'due', 'state', 'from'],
  sheet: ['detail'],
  draw: ({ size, values }, { say }) => {
    const named = values.owner.trim() !== '' && values.due !== undefined
    return drawCard({
      size,
      glyph: 'action',
      heading: say('Action · {state}', {
        state: say(states.find((s) => s.value === values.state)?.label ?? ''),
      }),
      title: values.title,
      empty: say('New action'),
      tone: values.state === 'done' ? 'quiet' : 'ink',
      fill: values.state === 'done' ? 'surface' : 'raised',
      foot: ownerAndDay(values, say),
      footTone: named || values.state === 'done' ? 'quiet' : 'attention',
    })
  },
})
