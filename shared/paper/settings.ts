import * as v from 'valibot'
import { namesHigherMarking } from '../board/marking.ts'
import { limits } from '../limits.ts'
import { purposes, sectionIds, type SectionId } from './profiles.ts'
import { asRecord } from '../record.ts'

/** Text of a paper beyond this is cut: it isn't a front sheet any more. */
export const MOST_PROSE = 8_000

/** The most lines of its own that a front sheet has. */
export const MOST_OWN = 12

/** One line of a front sheet that no profile has. */
export interface OwnLine {
  label: string
  text: string
}

/** More maps than this in one paper are not read. */
const MOST_MAPS = 24

const cut = (most: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((text) => text.slice(0, most)),
    ),
    '',
  )
const line = cut(limits.line)
const prose = cut(MOST_PROSE)

/** A line that stands where a marking might. One that names a higher marking is dropped: nobody may raise it by hand. */
const unmarked = v.pipe(
  line,
  v.transform((text) => (namesHigherMarking(text) ? '' : text)),
)

const isId = (item: unknown): item is string =>
  typeof item === 'string' && item !== '' && item.length <= 80

/** Texts by keys, what is no such thing left out. */
const textsBy = (most: number) =>
  v.pipe(
    v.fallback(v.record(v.string(), v.unknown()), {}),
    v.transform((record): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Object.entries(record)
          .filter(
            (entry): entry is [string, string] =>
              isId(entry[0]) && typeof entry[1] === 'string' && entry[1].length <= most,
          )
          .slice(0, 60),
      ),
    ),
  )

function listOf<T extends string>(known: (item: unknown) => item is T, most: number) {
  return v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((items): readonly T[] => [...new Set(items.filter(known))].slice(0, most)),
  )
}

const isSection = (item: unknown): item is SectionId => sectionIds.some((id) => id === item)

const nothingOwn = { label: '', text: '' }

const Settings = v.object({
  profile: v.fallback(v.picklist(['plain', 'council', 'nhs']), 'plain'),
  /** empty: the board's own title */
  title: line,
  /** `YYYY-MM-DD`, or empty */
  meetingDate: v.fallback(v.pipe(v.string(), v.isoDate()), ''),
  author: line,
  sponsor: line,
  purpose: v.fallback(v.picklist(['', ...purposes]), ''),
  handling: unmarked,
  /** empty: the draft that the board itself gives */
  summary: prose,
  findings: prose,
  recommendations: prose,
  /** what the profile's own fields say, by their keys; those of other profiles are kept */
  fields: textsBy(MOST_PROSE),
  /** the line above the title; empty: the profile's */
  eyebrow: unmarked,
  /** what is said in place of the profile's labels, by the keys of `labels` and of its fields */
  labels: textsBy(limits.line),
  /** lines of the front sheet that no profile has, in their order */
  own: v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((items): readonly OwnLine[] =>
      items
        .filter((item) => v.is(v.record(v.string(), v.unknown()), item))
        .slice(0, MOST_OWN)
        .map((item) =>
          v.parse(v.object({ label: unmarked, text: prose }), { ...nothingOwn, ...item }),
        ),
    ),
  ),
  /** the sections that are left out, so that a new kind of section shows up in old papers */
  without: listOf(isSection, sectionIds.length),
  /** ids of the frames that are maps of their own; empty: the whole board is the one map */
  frames: listOf(isId, MOST_MAPS),
  /** id of the version with which the paper compares the board, or “none”; empty: the one that was saved last by hand */
  since: cut(80),
  /** with frames: whether the whole board stands before them */
  wholeBoard: v.fallback(v.boolean(), true),
})

/** What a board's paper is to be like, as stored under `paper` of the `board` root: one plain value, the last writer wins. */
export type PaperSettings = v.InferOutput<typeof Settings>

/** Reads stored settings; whatever is missing or nonsense becomes its default, nothing throws. */
export function readPaperSettings(value: unknown): PaperSettings {
  return v.parse(Settings, { ...nothing, ...asRecord(value) })
}

const nothing = Object.fromEntries(Object.keys(Settings.entries).map((key) => [key, undefined]))

/** Whether a section is in the paper. */
export const hasSection = ({ without }: PaperSettings, id: SectionId): boolean =>
  !without.includes(id)
