const BINARY = 0x82

/** A binary message as one WebSocket frame, as a server sends it: whole, not masked, not compressed. */
function writeFrame(message: Uint8Array, into: Buffer, at: number): number {
  const { length } = message
  into[at] = BINARY
  let start = at + 2
  if (length < 126) into[at + 1] = length
  else if (length < 65_536) {
    into[at + 1] = 126
    start = into.writeUInt16BE(length, start)
  } else {
    into[at + 1] = 127
    start = into.writeBigUInt64BE(BigInt(length), start)
  }
  into.set(message, start)
  return start + length
}

/** Messages that go out together: framed once, whatever number of sockets they go to, and one write to each. */
export class Outgoing {
  readonly messages: readonly Uint8Array[]
  #frames: Buffer | undefined

  constructor(...messages: readonly Uint8Array[]) {
    this.messages = messages
  }

  /** All messages as WebSocket frames. */
  get frames(): Buffer {
    if (this.#frames) return this.#frames
    const room = this.messages.reduce((sum, { length }) => sum + length + 10, 0)
    const bytes = Buffer.allocUnsafe(room)
    let end = 0
    for (const message of this.messages) end = writeFrame(message, bytes, end)
    this.#frames = bytes.subarray(0, end)
    return this.#frames
  }
}
