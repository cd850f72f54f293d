import { ok } from '../../shared/result.ts'
import { send, type Answer } from './api.ts'

/** Takes somebody off the board and erases their name wherever the server keeps it. */
export async function eraseName(
  board: string,
  token: string,
  participant: string,
): Promise<Answer<null>> {
  const id = encodeURIComponent
  const path = `api/boards/${id(board)}/participants/${id(participant)}/name`
  const answer = await send(path, { method: 'DELETE', token })
  return answer.ok ? ok(null) : answer
}
