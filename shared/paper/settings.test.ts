import { describe, expect, it } from 'vitest'
import { hasSection, readPaperSettings } from './settings.ts'

const defaults = {
  profile: 'plain',
  title: '',
  meetingDate: '',
  author: '',
  sponsor: '',
  purpose: '',
  handling: '',
  summary: '',
  findings: '',
  recommendations: '',
  fields: {},
  eyebrow: '',
  labels: {},
  own: [],
  without: [],
  frames: [],
  since: '',
  wholeBoard: true,
}

describe('paper settings', () => {
  it.each([undefined, null, 7, 'x', [], { profile: 'tabloid', fields: 3, frames: 'all' }])(
    'read %j as the defaults',
    (stored) => {
      expect(readPaperSettings(stored)).toEqual(defaults)
    },
  )

  it('keep what is sound and drop what is not, field by field', () => {
    const settings = readPaperSettings({
      profile: 'nhs',
      title: 'Winter',
      meetingDate: '2026-13-40',
      author: { name: 'x' },
      sponsor: 'R. Adeyemi',
      purpose: 'conquest',
      summary: 'y'.repeat(20_000),
      recommendations: 'Agree it.',
      fields: { item: '7', odd: 4 },
      eyebrow: 'TOP SECRET',
      labels: { author: 'Written by', sponsor: 3 },
      own: [{ label: 'Portfolio', text: 'Health' }, 'x', { label: 4 }, null],
      without: ['method', 'method', 'advertising', null],
      frames: ['f1', 'f1', 2, ''],
      wholeBoard: 'perhaps',
      colour: 'pink',
    })
    expect(settings).toEqual({
      ...defaults,
      profile: 'nhs',
      title: 'Winter',
      sponsor: 'R. Adeyemi',
      summary: 'y'.repeat(8_000),
      recommendations: 'Agree it.',
      fields: { item: '7' },
      labels: { author: 'Written by' },
      own: [
        { label: 'Portfolio', text: 'Health' },
        { label: '', text: '' },
      ],
      without: ['method'],
      frames: ['f1'],
    })
    expect(hasSection(settings, 'method')).toBe(false)
    expect(hasSection(settings, 'map')).toBe(true)
  })

  it('never let a handling line raise the marking', () => {
    expect(readPaperSettings({ handling: 'Top Secret: eyes only' }).handling).toBe('')
    expect(
      readPaperSettings({ handling: 'Not to be copied outside the partnership' }).handling,
    ).toBe('Not to be copied outside the partnership')
  })
})
