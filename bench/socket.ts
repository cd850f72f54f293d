import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const OPCODE = { binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const

/** What to call when something arrives; a binary payload is only valid during the call. */
export interface Listener {
  message(payload: Buffer): void
  closed(reason: string): void
}

/** An open connection of the load generator: sends binary messages, and closes. */
export interface LightSocket {
  send(payload: Uint8Array): void
  close(): void
}

/** Frames `payload` as a client must: masked, with the mask 0, which leaves the bytes as they are. */
function frame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const bytes = Buffer.alloc(6 + extra + length)
  bytes[0] = 0x80 | opcode
  bytes[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127)
  if (extra === 2) bytes.writeUInt16BE(length, 2)
  if (extra === 8) bytes.writeBigUInt64BE(BigInt(length), 2)
  bytes.set(payload, 6 + extra)
  return bytes
}

/** Bytes that the frame at `at` takes in all, header included; undefined while its header isn't whole. */
function frameEnd(bytes: Buffer, at: number): { start: number; end: number } | undefined {
  if (bytes.length - at < 2) return undefined
  const short = bytes[at + 1]! & 0x7f
  const extra = short < 126 ? 0 : short === 126 ? 2 : 8
  const start = at + 2 + extra
  if (bytes.length < start) return undefined
  const length =
    extra === 0
      ? short
      : extra === 2
        ? bytes.readUInt16BE(at + 2)
        : Number(bytes.readBigUInt64BE(at + 2))
  return { start, end: start + length }
}

/** Cuts what a server sends into frames; a large frame's pieces are put together once, when the last one is there. */
function frameReader(on: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let pieces: Buffer[] = []
  let size = 0
  let needed = 0
  return (chunk) => {
    pieces.push(chunk)
    size += chunk.length
    if (size < needed) return
    const bytes = pieces.length === 1 ? chunk : Buffer.concat(pieces)
    let at = 0
    needed = 0
    for (let found = frameEnd(bytes, at); found; found = frameEnd(bytes, at)) {
      if (found.end > bytes.length) {
        needed = found.end - at
        break
      }
      on(bytes[at]! & 0xf, bytes.subarray(found.start, found.end))
      at = found.end
    }
    pieces = at < bytes.length ? [bytes.subarray(at)] : []
    size = bytes.length - at
  }
}

/**
 * A WebSocket client that costs next to nothing per frame, so that one core can play hundreds of people: a client
 * library's work per message would be the limit before any server is. Resolves when the upgrade has succeeded.
 */
export function openSocket(
  port: number,
  path: string,
  protocols: readonly string[],
  listener: Listener,
): Promise<LightSocket> {
  return new Promise((resolve, reject) => {
    const tcp: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let head: Buffer = Buffer.alloc(0)
    let isOpen = false

    const light: LightSocket = {
      send: (payload) => tcp.write(frame(OPCODE.binary, payload)),
      close: () => tcp.end(frame(OPCODE.close, Buffer.alloc(0))),
    }
    const onFrame = (opcode: number, payload: Buffer): void => {
      if (opcode === OPCODE.binary) listener.message(payload)
      else if (opcode === OPCODE.ping) tcp.write(frame(OPCODE.pong, payload))
      else if (opcode === OPCODE.close && payload.length >= 2)
        listener.closed(`${payload.readUInt16BE(0)} ${payload.subarray(2).toString()}`)
    }
    const upgrade = (bytes: Buffer): Buffer | undefined => {
      const end = bytes.indexOf('\r\n\r\n')
      if (end === -1) return undefined
      const answer = bytes.subarray(0, end).toString('latin1')
      if (answer.startsWith('HTTP/1.1 101')) {
        isOpen = true
        resolve(light)
        return bytes.subarray(end + 4)
      }
      reject(new Error(`${path}: ${answer.split('\r\n', 1)[0]}`))
      tcp.destroy()
      return undefined
    }

    tcp.on('connect', () => {
      const offered =
        protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`] : []
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Origin: http://127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...offered,
      ]
      tcp.write(`${lines.join('\r\n')}\r\n\r\n`)
    })
    const read = frameReader(onFrame)
    tcp.on('data', (chunk: Buffer) => {
      if (isOpen) {
        read(chunk)
        return
      }
      head = Buffer.concat([head, chunk])
      const rest = upgrade(head)
      if (rest && rest.length > 0) read(rest)
    })
    tcp.on('error', (error) => {
      reject(error)
      listener.closed(error.message)
    })
    tcp.on('close', () => listener.closed('end of stream'))
  })
}
