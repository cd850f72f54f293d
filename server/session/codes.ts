import { customAlphabet } from 'nanoid'
import { newId } from '../../shared/ids.ts'
import { CODE_ALPHABET, CODE_LENGTH } from '../../shared/session/short-code.ts'
import type { ShortCode } from '../../shared/session/state.ts'
import { hashSecret, newSecret } from '../secret.ts'
import type { BoardStore } from '../store/store.ts'

/** How long a code is good for, ms: a long day. */
const GOOD_FOR = 12 * 3_600_000

const random = customAlphabet(CODE_ALPHABET, CODE_LENGTH)

/**
 * A short code for a board in place of the one that it has, with a link of its own whose secret nobody has: withdrawing
 * the link cuts off whoever was let in by the code. It is good once the session holds it.
 */
export async function makeCode(
  store: BoardStore,
  board: string,
  role: ShortCode['role'],
  now: number,
): Promise<ShortCode> {
  const link = newId()
  const secretHash = hashSecret(newSecret())
  await store.addLink({ id: link, board, role, secretHash, expiresAt: null, revokedAt: null })
  let text = random()
  while (!(await store.putCode(board, hashSecret(text)))) text = random()
  return { text, role, link, until: now + GOOD_FOR }
}
