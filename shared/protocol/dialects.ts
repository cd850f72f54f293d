/** Values of `Sec-WebSocket-Protocol` that name the dialect; in `y-websocket` only the four stock messages are sent. */
export const dialects = ['rapport', 'y-websocket'] as const
/** One of `dialects`. */
export type Dialect = (typeof dialects)[number]

/**
 * A client of the dialect `rapport` that also offers this gets messages packed where that saves bytes: message 104, whose
 * body is a var-byte-array of raw deflate data; inflated, it is messages one after the other, each a var-byte-array.
 */
export const PACKS = 'packs'

/** The number of that message, which is its first byte. */
export const PACK_TYPE = 104

/** The second offered subprotocol carries the participant token behind this prefix. */
export const TOKEN_PREFIX = 'token.'
