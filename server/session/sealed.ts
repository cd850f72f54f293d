import { assert } from '../../shared/assert.ts'
import type { SealedAnswer } from '../../shared/session/results.ts'
import type { StoredAnswer } from '../store/store.ts'

/** An answer as it lies in the store. */
export const seal = ({ organisation, scribe, value }: Omit<SealedAnswer, 'author'>): string =>
  JSON.stringify({ organisation, scribe, value })

/** The answer out of what lies in the store. */
export function readSealed({ author, body }: StoredAnswer): SealedAnswer {
  const read: unknown = JSON.parse(body)
  assert(typeof read === 'object' && read !== null, 'what lies in the store was sealed here')
  const { organisation, scribe, value } = read as Omit<SealedAnswer, 'author'>
  return { author, organisation, scribe, value }
}
