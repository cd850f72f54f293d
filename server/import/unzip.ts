import { unzipSync } from 'fflate'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import type { ImportIssue } from './issue.ts'

/** Bytes of all wanted files of an archive together, once unpacked. */
const MOST_BYTES = 80_000_000

/** The wanted files of a ZIP archive by name; refused before it is unpacked where that would be too much. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, readonly ImportIssue[]> {
  let total = 0
  const sizes = new Map<string, number>()
  try {
    // A file never gets more room than its entry claims, so the claims bound what is unpacked.
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name) || sizes.has(name)) return false
        sizes.set(name, originalSize)
        total += originalSize
        return total <= MOST_BYTES
      },
    })
    if (total > MOST_BYTES) {
      return fail([
        filled('Unpacked, the file is larger than {n} MB.', { n: MOST_BYTES / 1_000_000 }),
      ])
    }
    return ok(new Map(Object.entries(files)))
  } catch (error) {
    // fflate throws errors with a number for a code, and a RangeError where offsets point outside.
    if (!(error instanceof Error)) throw error
    return fail([{ detail: 'The file is damaged, or it is no Excel workbook (.xlsx).' }])
  }
}
