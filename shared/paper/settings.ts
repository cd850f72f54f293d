import * as v from 'valibot'
import { namesHigherMarking } from '../board/marking.ts'
import { limits } from '../limits.ts'
import { purposes, sectionIds, type SectionId } from './profiles.ts'

/** Text of a paper beyond this is cut: it isn't a front sheet any more. */
export const MOST_PROSE = 8_000

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

/** A line about who may read the paper. One that names a higher marking is dropped: nobody may raise it by hand. */
const handling = v.pipe(
  line,
  v.transform((text) => (namesHigherMarking(text) ? '' : text)),
)

function listOf<T extends string>(known: (item: unknown) => item is T, most: number) {
  return v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((items): readonly T[] => [...new Set(items.filter(known))].slice(0, most)),
  )
}

const isSection = (item: unknown): item is SectionId => sectionIds.some((id) => id === item)
const isId = (item: unknown): item is string =>
  typeof item === 'string' && item !== '' && item.length <= 80

const Settings = v.object({
  profile: v.fallback(v.picklist(['plain', 'council', 'nhs']), 'plain'),
  /** empty: the board's own title */
  title: line,
  /** `YYYY-MM-DD`, or empty */
  meetingDate: v.fallback(v.pipe(v.string(), v.isoDate()), ''),
  author: line,
  sponsor: line,
  purpose: v.fallback(v.picklist(['', ...purposes]), ''),
  handling,
  /** empty: the draft that the board itself gives */
  summary: prose,
  findings: prose,
  recommendations: prose,
  /** what the profile's own fields say, by their keys; those of other profiles are kept */
  fields: v.pipe(
    v.fallback(v.record(v.string(), v.unknown()), {}),
    v.transform((record): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Object.entries(record)
          .filter(
            (entry): entry is [string, string] =>
              isId(entry[0]) && typeof entry[1] === 'string' && entry[1].length <= MOST_PROSE,
          )
          .slice(0, 60),
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
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return v.parse(Settings, { ...nothing, ...(isRecord && value) })
}

const nothing = Object.fromEntries(Object.keys(Settings.entries).map((key) => [key, undefined]))

/** Whether a section is in the paper. */
export const hasSection = ({ without }: PaperSettings, id: SectionId): boolean =>
  !without.includes(id)
