import { plainLink } from '../draw/plain-link.ts'
import { defineObject, type ReadObject } from './define.ts'

const fields = {
  label: { kind: 'line', label: 'How it reaches them' },
  from: { kind: 'reference', label: 'Objective', types: ['objective'] },
  to: { kind: 'reference', label: 'People or place', types: ['people'] },
  detail: { kind: 'text', label: 'Notes', multiline: true },
} as const

/** An objective that reaches people or a place at the sharp end. */
export const reach = defineObject({
  type: 'reach',
  name: { one: 'Reach', many: 'Who is reached' },
  help: 'Drag from an objective to the people or place that it reaches.',
  icon: 'route',
  place: 'link',
  size: [1, 1],
  resize: 'none',
  group: 'partnership',
  title: 'label',
  fields,
  register: ['from', 'to', 'label'],
  ...plainLink<ReadObject<typeof fields>>(
    ({ values }) => ({
      token: 'accent',
      width: 2.25,
      glyph: 'objective',
      text: values.label.trim(),
    }),
    () => 0.05,
  ),
})
