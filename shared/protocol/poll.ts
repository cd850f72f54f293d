/** The request header that names a polled connection; the first request has none, and its answer brings it. */
export const POLL_HEADER = 'rapport-poll'

/** The media type of what goes either way. */
export const POLL_TYPE = 'application/octet-stream'

/** What an answer to a poll holds. */
export interface PollAnswer {
  /** what to name the connection by */
  connection: string
  /** a WebSocket close code, or 0 while it is open */
  close: number
  messages: readonly Uint8Array[]
}

const LENGTH = 4

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(parts.reduce((sum, { length }) => sum + LENGTH + length, 0))
  const view = new DataView(body.buffer)
  let at = 0
  for (const part of parts) {
    view.setUint32(at, part.length)
    body.set(part, at + LENGTH)
    at += LENGTH + part.length
  }
  return body
}

function split(body: Uint8Array): Uint8Array[] {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 0; at < body.length;) {
    const start = at + LENGTH
    const end = start + view.getUint32(at)
    if (end > body.length) throw new RangeError('The body is cut short')
    parts.push(body.subarray(start, end))
    at = end
  }
  return parts
}

/** The body of a poll: the messages, each behind its length (32 bits, big-endian). */
export const encodePoll = (messages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  join(messages)

/** Reads the body of a poll; throws a RangeError when it is cut short. */
export const decodePoll = (body: Uint8Array): Uint8Array[] => split(body)

/** The body of an answer: the connection's name (ASCII) and the close code as text, then the messages, each behind its length. */
export const encodePollAnswer = ({ connection, close, messages }: PollAnswer): Uint8Array =>
  join([Uint8Array.from(`${connection} ${close}`, (sign) => sign.charCodeAt(0)), ...messages])

/** Reads the body of an answer; throws a RangeError when it is cut short. */
export function decodePollAnswer(body: Uint8Array): PollAnswer {
  const [head = new Uint8Array(), ...messages] = split(body)
  const [connection = '', close = '0'] = String.fromCharCode(...head).split(' ')
  return { connection, close: Number(close), messages }
}
