import { boardKeys } from '../board/layout.ts'
import type { Since } from './compose-change.ts'
import { draftsOf, type Written } from './drafts.ts'
import type { Block, Section } from './paper.ts'
import { oneLine, textIn } from './printable.ts'
import { profileIn } from './profile-in.ts'
import { purposeNames, type Profile } from './profiles.ts'
import { hasSection, type PaperSettings } from './settings.ts'
import { nameOf } from './tie-facts.ts'
import { byName, longDate } from './words.ts'
import type { Say } from '../words/words.ts'
import type { ToldView } from './told-view.ts'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

// People number and bullet their lines by hand; the paper does it for them.
const pointsOf = (text: string): string[] =>
  linesOf(text)
    .map((line) => line.replace(/^(?:[-–•*]|\(?\d{1,2}[.)])\s+/, ''))
    .filter((line) => line !== '')

function written(
  id: keyof Written,
  profile: Profile,
  settings: PaperSettings,
  { drafts, say }: { drafts: Written; say: Say },
): Block[] {
  const own = textIn(settings[id])
  const text = own || drafts[id]
  if (text === '' || !hasSection(settings, id)) return []
  const titles = {
    summary: profile.labels.summary,
    findings: say('Findings'),
    recommendations: say('Recommendations'),
  }
  const unedited = say('Draft, put together from the board. Nobody has edited it yet.')
  const draft: Block[] = own === '' ? [{ kind: 'paragraph', text: unedited, style: 'draft' }] : []
  const heading: Block = { kind: 'heading', level: 2, text: titles[id] }
  if (id === 'summary') {
    return [
      heading,
      ...draft,
      ...linesOf(text).map((line): Block => ({ kind: 'paragraph', text: line, style: 'body' })),
    ]
  }
  if (id === 'findings') return [heading, ...draft, { kind: 'bullets', items: pointsOf(text) }]
  return [
    heading,
    ...draft,
    { kind: 'paragraph', text: say(profile.asked), style: 'body' },
    { kind: 'bullets', numbered: true, items: pointsOf(text) },
  ]
}

function factRows(
  view: ToldView,
  settings: PaperSettings,
  profile: Profile,
  today: string,
): (readonly [string, string])[] {
  const { labels, fields } = profile
  const { say, speech } = view
  const names = view.objects.filter((o) => o.type === 'organisation').map((o) => nameOf(o, say))
  const own = (long: boolean) =>
    fields
      .filter((field) => (field.long === true) === long)
      .map(({ key, label }) => [label, textIn(settings.fields[key])] as const)
  return [
    ...own(false),
    [labels.meetingDate, settings.meetingDate && longDate(settings.meetingDate, say)] as const,
    [labels.author, oneLine(settings.author)] as const,
    [labels.sponsor, oneLine(settings.sponsor)] as const,
    [labels.purpose, settings.purpose && say(purposeNames[settings.purpose])] as const,
    [say('Handling'), oneLine(settings.handling)] as const,
    [say('The map as it was on'), longDate(today, say)] as const,
    [
      say('Organisations taking part'),
      names.length === 0 ? say('None yet') : speech.list(names.sort(byName)),
    ] as const,
    ...own(true),
    ...settings.own.flatMap(({ label, text }) =>
      oneLine(label) === '' ? [] : [[oneLine(label), textIn(text)] as const],
    ),
  ].filter(([, text]) => text !== '')
}

/** The front sheet as its profile has it, and the written sections that follow it; what nobody wrote is a draft, and says so. */
export function composeFront(
  view: ToldView,
  settings: PaperSettings,
  { title, today, since }: { title: string; today: string; since: Since | undefined },
): Section {
  const { say } = view
  const profile = profileIn(settings, say)
  const purpose = textIn(view.fact(boardKeys.purpose))
  const drafts = draftsOf(view, { purpose: settings.purpose, today, since })
  return {
    orientation: 'portrait',
    blocks: [
      { kind: 'paragraph', text: profile.eyebrow, style: 'eyebrow' },
      { kind: 'heading', level: 1, text: title },
      ...(purpose ? [{ kind: 'paragraph' as const, text: purpose, style: 'lead' as const }] : []),
      {
        kind: 'facts',
        caption: say('About this paper'),
        rows: factRows(view, settings, profile, today),
      },
      ...profile.written.flatMap((id) => written(id, profile, settings, { drafts, say })),
    ],
  }
}
