import type * as Y from 'yjs'
import { limits } from '../../shared/limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ImportIssue, ImportSummary } from './issue.ts'

export type { ImportIssue, ImportSummary } from './issue.ts'
import { placeBoard } from './place-board.ts'
import { placeNetwork } from './place-network.ts'
import type { Direction, Measure } from './rating.ts'
import { readBoard } from './read-board.ts'
import { readOrganisations } from './read-organisations.ts'
import { readRelationships, type Network } from './read-relationships.ts'

/** A file that was read without an error and waits to be put on a board. */
export interface Import {
  /**
   * Puts everything on the board in one transaction with `origin`, or nothing at all (then the errors say why: for example,
   * too many organisations together with those on the board).
   */
  apply(doc: Y.Doc, origin: unknown): Result<ImportSummary, readonly ImportIssue[]>
}

/** How a file is to be understood; everything is guessed from the header where it is left out. */
export interface ImportOptions {
  /** what the rating column measures */
  measure?: Measure
  /** whether a higher or a lower rating means closer */
  direction?: Direction
  /** a second CSV with the organisations' sectors (columns Label and Sponsorship or Sector) */
  organisations?: Uint8Array
  /** the moment that imported readings are dated, ISO 8601 UTC */
  now: string
}

/** A file as it was uploaded. */
export interface ImportFile {
  format: 'json' | 'csv'
  bytes: Uint8Array
  options: ImportOptions
}

function withSectors(network: Network, bytes: Uint8Array): Result<Network, readonly ImportIssue[]> {
  const known = readOrganisations(bytes)
  if (!known.ok) return fail(known.error)
  const organisations = new Map(network.organisations)
  const notes = [...network.notes, ...known.value.notes]
  for (const [key, { name, sector }] of known.value.organisations) {
    const here = organisations.get(key)
    // The list of organisations may hold some that nobody reported about; they belong on the map all the same.
    organisations.set(key, { name: here?.name ?? name, ...(sector && { sector }) })
  }
  for (const [key, { name }] of network.organisations) {
    if (!known.value.organisations.has(key))
      notes.push({ detail: `“${name}” is not in the list of organisations.` })
  }
  if (organisations.size > limits.organisations) {
    return fail([
      {
        detail: `The files name ${organisations.size} organisations; a board holds ${limits.organisations} at most.`,
      },
    ])
  }
  return ok({ ...network, organisations, notes })
}

/** Reads a file as far as it can be judged without a board. Never throws; nothing is written until `apply`. */
export function importFile({
  format,
  bytes,
  options,
}: ImportFile): Result<Import, readonly ImportIssue[]> {
  if (bytes.length > limits.importBytes) {
    return fail([{ detail: `The file is larger than ${limits.importBytes / 1_000_000} MB.` }])
  }
  if (format === 'json') {
    const file = readBoard(bytes)
    if (!file.ok) return file
    return ok({ apply: (doc, origin) => placeBoard(doc, file.value, origin) })
  }
  const read = readRelationships(bytes, options)
  const network =
    read.ok && options.organisations ? withSectors(read.value, options.organisations) : read
  if (!network.ok) return network
  return ok({ apply: (doc, origin) => placeNetwork(doc, network.value, options.now, origin) })
}
