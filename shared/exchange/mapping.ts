import * as v from 'valibot'
import { meaningOf, type TableKind } from './meanings.ts'

/** The formats of maps that can be brought in; `auto` tells them by their content. */
export const importFormats = [
  'auto',
  'json',
  'kumu',
  'csv',
  'xlsx',
  'graphml',
  'gexf',
  'list',
] as const
/** One of `importFormats`. */
export type ImportFormat = (typeof importFormats)[number]

/** The encodings of text that can't be told by its first bytes. */
export const encodings = ['utf-8', 'windows-1252'] as const
/** One of `encodings`. */
export type Encoding = (typeof encodings)[number]

/** More columns than this are no map. */
export const MOST_COLUMNS = 200

const name = v.pipe(v.string(), v.maxLength(500))

/** How one column of a file is to be understood. */
export const ColumnUse = v.object({
  /** the column's heading, as the preview gives it */
  column: name,
  /** a word of `meaningsOf`, or `ignored` */
  as: name,
  /** the least and the greatest number of its scale; absent: the board's own, kept as it is */
  low: v.optional(v.pipe(v.number(), v.finite())),
  high: v.optional(v.pipe(v.number(), v.finite())),
  /** whether a higher or a lower number means closer; absent: higher */
  closer: v.optional(v.picklist(['higher', 'lower'])),
  /** whose answer it is: that of the organisation in From, of the one in To, or of both; absent: From */
  says: v.optional(v.picklist(['from', 'to', 'both'])),
})
export type ColumnUse = v.InferOutput<typeof ColumnUse>

const usesOf = (kind: TableKind) =>
  v.pipe(
    v.array(ColumnUse),
    v.maxLength(MOST_COLUMNS),
    v.check(
      (uses) => uses.every(({ as }) => as === 'ignored' || meaningOf(kind, as) !== undefined),
      'A column can’t mean that; docs/api.md lists the words.',
    ),
    v.check(
      (uses) =>
        uses.every(({ low, high }) => low === undefined || high === undefined || low < high),
      'The lowest number of a scale must be below the highest.',
    ),
  )

/** How a file's columns are to be understood; a column that is not named is left out. */
export const ImportMapping = v.object({
  relationships: v.optional(usesOf('relationships')),
  organisations: v.optional(usesOf('organisations')),
})
export type ImportMapping = v.InferOutput<typeof ImportMapping>

const PreviewColumn = v.object({
  column: v.string(),
  /** up to three of its values, none twice */
  samples: v.array(v.string()),
  /** the least and the greatest of its values where all are numbers */
  low: v.optional(v.number()),
  high: v.optional(v.number()),
  /** what it is taken for, for a table of either kind */
  guess: v.object({ relationships: ColumnUse, organisations: ColumnUse }),
  /** true: it holds numbers and nothing says what of */
  unsure: v.boolean(),
})
/** A column of a file, with what it is taken for. */
export type PreviewColumn = v.InferOutput<typeof PreviewColumn>

const PreviewTable = v.object({
  kind: v.picklist(['relationships', 'organisations']),
  rows: v.number(),
  columns: v.array(PreviewColumn),
  /** the first rows, their cells in the order of the columns */
  first: v.array(v.array(v.string())),
})
/** A table of a file, with its first rows. */
export type PreviewTable = v.InferOutput<typeof PreviewTable>

/** Answer of `POST /api/boards/:id/import/preview`. */
export const ImportPreview = v.object({
  format: v.picklist(importFormats),
  /** how its text was read; to be sent back with the file */
  encoding: v.picklist(encodings),
  /** one of each kind at most; none for a Rapport file */
  tables: v.array(PreviewTable),
  /** true: nothing has to be asked */
  clear: v.boolean(),
})
export type ImportPreview = v.InferOutput<typeof ImportPreview>
