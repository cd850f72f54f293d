import type * as Y from 'yjs'
import { fail, type Result } from '../../shared/result.ts'

/** One thing about an imported file that a person should know; `line` counts from 1 and includes the header. */
export interface ImportIssue {
  line?: number
  field?: string
  detail: string
}

/** What an import put on the board, and what it left out and why. */
export interface ImportSummary {
  organisations: number
  relationships: number
  readings: number
  /** all objects added, organisations and relationships included */
  objects: number
  notes: readonly ImportIssue[]
}

/** A file that was read without an error and waits to be put on a board. */
export interface Import {
  /**
   * Puts everything on the board in one transaction with `origin`, or nothing at all (then the errors say why: for example, too many
   * organisations together with those on the board).
   */
  apply(doc: Y.Doc, origin: unknown): Result<ImportSummary, readonly ImportIssue[]>
}

/** How a file is to be understood; everything is guessed from the header where it is left out. */
export interface ImportOptions {
  /** what the rating column measures */
  measure?: 'trust' | 'contact' | 'level'
  /** whether a higher or a lower rating means closer */
  direction?: 'higher' | 'lower'
  /** a second CSV with the organisations' sectors (columns Label, Type, Sponsorship …) */
  organisations?: Uint8Array
  /** the moment that imported readings are dated, ISO 8601 UTC */
  now: string
}

export interface ImportFile {
  format: 'json' | 'csv'
  bytes: Uint8Array
  options: ImportOptions
}

/** Reads a file as far as it can be judged without a board. Never throws; nothing is written until `apply`. */
export function importFile(file: ImportFile): Result<Import, readonly ImportIssue[]> {
  return fail([{ detail: `Files of the kind “${file.format}” can’t be imported yet.` }])
}
