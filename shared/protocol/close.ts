/** Why the server closes a WebSocket, and whether the client may come back with the same token. */
export const close = {
  malformed: { code: 4400, retry: false },
  unauthorised: { code: 4401, retry: false },
  forbidden: { code: 4403, retry: false },
  tooSlow: { code: 4408, retry: true },
  replaced: { code: 4409, retry: false },
  gone: { code: 4410, retry: false },
  tooLarge: { code: 4413, retry: false },
  tooMany: { code: 4429, retry: true },
  restarting: { code: 1012, retry: true },
  unavailable: { code: 1013, retry: true },
} as const

/** A key of `close`. */
export type CloseReason = keyof typeof close
