import type * as Y from 'yjs'
import type { Encoding, ImportFormat, ImportMapping } from '../../shared/exchange/mapping.ts'
import type { PlainImage } from '../../shared/images/read-image.ts'
import { limits } from '../../shared/limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { chooseTables } from './choose-tables.ts'
import type { ImportIssue, ImportSummary } from './issue.ts'

export type { ImportIssue, ImportSummary } from './issue.ts'
import { knownMeaning } from './guess.ts'
import { placeBoard } from './place-board.ts'
import { placeNetwork } from './place-network.ts'
import type { Direction, Measure } from './rating.ts'
import { readBoard } from './read-board.ts'
import { readNetwork } from './read-network.ts'
import { readSources, type TableFormat } from './read-sources.ts'
import { isZip } from './read-zip.ts'
import { formatOf } from './sniff.ts'
import { statedUses } from './stated-uses.ts'
import type { Source } from './table.ts'

/** A file that was read without an error and waits to be put on a board. */
export interface Import {
  /**
   * Puts everything on the board in one transaction with `origin`, or nothing at all (then the errors say why: for example,
   * too many organisations together with those on the board).
   */
  apply(doc: Y.Doc, origin: unknown): Result<ImportSummary, readonly ImportIssue[]>
  /** the images that its objects show, by their ids: they are to be kept before it is put on the board */
  images?: ReadonlyMap<string, PlainImage>
}

/** How a file is to be understood; everything is guessed from the header where it is left out. */
export interface ImportOptions {
  /** what the rating column of a CSV measures */
  measure?: Measure
  /** whether a higher or a lower rating means closer */
  direction?: Direction
  /** what each column means; takes the place of `measure` and `direction` */
  mapping?: ImportMapping
  /** how text is encoded that doesn't say so; default UTF-8 */
  encoding?: Encoding
  /** a second CSV with the organisations' sectors (columns Label and Sponsorship or Sector) */
  organisations?: Uint8Array
  /** further files of the same map, of any table format: a list of organisations beside their relationships */
  more?: readonly Uint8Array[]
  /** the moment that imported readings are dated, ISO 8601 UTC */
  now: string
}

/** A file as it was uploaded. */
export interface ImportFile {
  format: ImportFormat
  bytes: Uint8Array
  options: ImportOptions
  /** the most bytes that it may have, the images in a board's file not counted; default (and most) `limits.importBytes` */
  most?: number
}

const hasHeading = (header: readonly string[], wanted: readonly string[]): boolean =>
  header.some((heading) => wanted.includes(heading.toLowerCase()))

/** Whether a CSV can only be a list of organisations: it labels them and tells their sector, and has no ends. */
const isList = (header: readonly string[]): boolean =>
  !hasHeading(header, ['from', 'to']) &&
  hasHeading(header, ['label', 'name', 'organisation']) &&
  header.some((heading) => knownMeaning('organisations', heading)?.as === 'sector')

function readTables(
  format: TableFormat,
  bytes: Uint8Array,
  options: ImportOptions,
): Result<Import, readonly ImportIssue[]> {
  const { mapping, organisations, encoding, now } = options
  const more = [...(organisations ? [organisations] : []), ...(options.more ?? [])]
  const sources: Source[] = []
  const notes: ImportIssue[] = []
  for (const [i, file] of [bytes, ...more].entries()) {
    const own = i === 0 ? format : formatOf(file)
    if (own === 'json') return fail([{ detail: 'A Rapport file is imported by itself.' }])
    const read = readSources(own, file, encoding)
    if (!read.ok) return read
    sources.push(...read.value.tables)
    notes.push(...read.value.notes)
  }
  const first = sources.find(({ kind, table }) => kind === undefined && !isList(table.header))
  // A CSV has to name its one rating: a number that was left out without a word would be missed too late.
  const isStated = format === 'csv' && !isZip(bytes) && !mapping && first !== undefined
  const stated = isStated ? statedUses(first.table, options) : ok({})
  if (!stated.ok) return stated
  const uses = mapping ?? stated.value
  const chosen = chooseTables(sources, uses)
  const network = readNetwork({ ...chosen, notes: [...notes, ...chosen.notes] }, uses, {
    now,
    whole: isStated,
  })
  if (!network.ok) return network
  return ok({ apply: (doc, origin) => placeNetwork(doc, network.value, now, origin) })
}

/** Reads a file as far as it can be judged without a board. Never throws; nothing is written until `apply`. */
export function importFile({
  format,
  bytes,
  options,
  most = limits.importBytes,
}: ImportFile): Result<Import, readonly ImportIssue[]> {
  const actual = format === 'auto' ? formatOf(bytes) : format
  const bound = Math.min(most, limits.importBytes)
  const tooLarge = fail([filled('The file is larger than {n} MB.', { n: bound / 1_000_000 })])
  if (actual !== 'json') {
    return bytes.length > bound ? tooLarge : readTables(actual, bytes, options)
  }
  if (bytes.length > bound + limits.importImageBytes) return tooLarge
  const file = readBoard(bytes, options.now)
  if (!file.ok) return file
  const { images, imageBytes } = file.value
  if (bytes.length - imageBytes > bound) return tooLarge
  return ok({ images, apply: (doc, origin) => placeBoard(doc, file.value, origin) })
}
