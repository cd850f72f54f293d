import type { Say } from '../words/words.ts'
import { profileOf, type Profile } from './profiles.ts'
import type { PaperSettings } from './settings.ts'

/** The profile that a paper has, in the words that its settings put in place of the profile's own, which alone are put into the reader's language. */
export function profileIn({ profile: id, eyebrow, labels }: PaperSettings, say: Say): Profile {
  const profile = profileOf(id)
  const said = (key: string, usual: string): string => labels[key]?.trim() || say(usual)
  const usual = profile.labels
  return {
    ...profile,
    eyebrow: eyebrow.trim() || say(profile.eyebrow),
    labels: {
      meetingDate: said('meetingDate', usual.meetingDate),
      author: said('author', usual.author),
      sponsor: said('sponsor', usual.sponsor),
      purpose: said('purpose', usual.purpose),
      summary: said('summary', usual.summary),
    },
    fields: profile.fields.map((field) => ({ ...field, label: said(field.key, field.label) })),
  }
}

/** The labels of a profile that a paper may say otherwise: the key under which its settings keep them, and the profile's own. */
export function labelsOf(id: string): readonly (readonly [key: string, usual: string])[] {
  const { labels, fields } = profileOf(id)
  return [...Object.entries(labels), ...fields.map(({ key, label }) => [key, label] as const)]
}
