import * as v from 'valibot'

/** What the server answers to the self-test page's `POST /api/check`. */
export const CheckAnswer = v.object({
  version: v.string(),
  /** the server's clock, ms since 1970 */
  now: v.number(),
})
export type CheckAnswer = v.InferOutput<typeof CheckAnswer>

/** Path, below the base path, of a WebSocket that opens for anybody, says nothing and closes. */
export const CHECK_SOCKET = 'check/socket'
