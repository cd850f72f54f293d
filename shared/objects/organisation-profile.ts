import type { LineField, ScaleField } from './fields.ts'

const culture = (label: string, help: string, low: string, high: string): ScaleField => ({
  kind: 'scale',
  label,
  help,
  section: 'How it works: culture',
  min: 1,
  steps: [low, `Rather ${low.toLowerCase()}`, 'In between', `Rather ${high.toLowerCase()}`, high],
})

const readiness = (label: string, help: string, steps: readonly string[]): ScaleField => ({
  kind: 'scale',
  label,
  help,
  section: 'Ready to work together?',
  min: 1,
  steps,
})

/** How an organisation works: one scale each, neither end better than the other. */
export const cultureFields = {
  pace: culture('Pace', 'How fast a thing moves once it is agreed', 'Steady', 'Quick'),
  risk: culture('Appetite for risk', 'What happens to a bold idea', 'Careful', 'Daring'),
  decides: culture('Who decides', 'Where a yes comes from', 'The top', 'Whoever does the work'),
  language: culture('Language', 'How it talks about its work', 'Professional', 'Everyday'),
  accountability: culture(
    'Accountability',
    'What it is held to',
    'Following the rules',
    'What people gain',
  ),
} as const

const degrees = ['Not at all', 'A little', 'Mostly', 'Fully']

/** Whether the moment has come: what an organisation believes of joining up, and what it feels. */
export const readinessFields = {
  caseFor: readiness('The case for working together', 'It believes that it is worth it', degrees),
  needToChange: readiness('The need to change ourselves', 'It knows that it has to', degrees),
  momentum: readiness('Momentum to join up', 'The pull towards the others, today', [
    'None',
    'Some',
    'Strong',
    'Hard to stop',
  ]),
  strain: readiness('Strain on capacity', 'The push from inside, today', [
    'None',
    'Some',
    'Strong',
    'Close to breaking',
  ]),
} as const

const gauge = {
  label: 'Pressure gauge',
  help: 'How hard it is pressed, as it says itself',
  hidden: true,
} as const

/** How hard an organisation is pressed: here only while it consents to that, written by the server alone. */
export const gaugeFields = {
  pressure: {
    kind: 'scale',
    ...gauge,
    min: 1,
    steps: ['Steady', 'Stretched', 'Strained', 'At breaking point'],
  },
  pressureNote: { kind: 'line', label: 'What presses on us', hidden: true },
} as const satisfies Record<string, ScaleField | LineField>
