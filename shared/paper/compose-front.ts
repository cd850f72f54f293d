import { boardKeys } from '../board/layout.ts'
import type { BoardView } from '../board/view.ts'
import type { Since } from './compose-change.ts'
import { askedTo, draftsOf, type Written } from './drafts.ts'
import type { Block, Section } from './paper.ts'
import { oneLine, textIn } from './printable.ts'
import { profileIn } from './profile-in.ts'
import { purposeNames, type Profile } from './profiles.ts'
import { hasSection, type PaperSettings } from './settings.ts'
import { nameOf } from './tie-facts.ts'
import { byName, listed, longDate } from './words.ts'

const DRAFT = 'Draft, put together from the board. Nobody has edited it yet.'

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
  drafts: Written,
): Block[] {
  const own = textIn(settings[id])
  const text = own || drafts[id]
  if (text === '' || !hasSection(settings, id)) return []
  const titles = {
    summary: profile.labels.summary,
    findings: 'Findings',
    recommendations: 'Recommendations',
  }
  const draft: Block[] = own === '' ? [{ kind: 'paragraph', text: DRAFT, style: 'draft' }] : []
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
    { kind: 'paragraph', text: askedTo(profile), style: 'body' },
    { kind: 'bullets', numbered: true, items: pointsOf(text) },
  ]
}

function factRows(
  view: BoardView,
  settings: PaperSettings,
  profile: Profile,
  today: string,
): (readonly [string, string])[] {
  const { labels, fields } = profile
  const names = view.objects.filter((o) => o.type === 'organisation').map(nameOf)
  const own = (long: boolean) =>
    fields
      .filter((field) => (field.long === true) === long)
      .map(({ key, label }) => [label, textIn(settings.fields[key])] as const)
  return [
    ...own(false),
    [labels.meetingDate, settings.meetingDate && longDate(settings.meetingDate)] as const,
    [labels.author, oneLine(settings.author)] as const,
    [labels.sponsor, oneLine(settings.sponsor)] as const,
    [labels.purpose, settings.purpose && purposeNames[settings.purpose]] as const,
    ['Handling', oneLine(settings.handling)] as const,
    ['The map as it was on', longDate(today)] as const,
    [
      'Organisations taking part',
      names.length === 0 ? 'None yet' : listed(names.sort(byName)),
    ] as const,
    ...own(true),
    ...settings.own.flatMap(({ label, text }) =>
      oneLine(label) === '' ? [] : [[oneLine(label), textIn(text)] as const],
    ),
  ].filter(([, text]) => text !== '')
}

/** The front sheet as its profile has it, and the written sections that follow it; what nobody wrote is a draft, and says so. */
export function composeFront(
  view: BoardView,
  settings: PaperSettings,
  { title, today, since }: { title: string; today: string; since: Since | undefined },
): Section {
  const profile = profileIn(settings)
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
        caption: 'About this paper',
        rows: factRows(view, settings, profile, today),
      },
      ...profile.written.flatMap((id) => written(id, profile, settings, drafts)),
    ],
  }
}
