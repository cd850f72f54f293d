/** What the server answers to the self-test page's `POST /api/check`. */
export interface CheckAnswer {
  version: string
  /** the server's clock, ms since 1970 */
  now: number
}

/** Path, below the base path, of a WebSocket that opens for anybody, says nothing and closes. */
export const CHECK_SOCKET = 'check/socket'
