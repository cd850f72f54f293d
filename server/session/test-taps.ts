import { once } from 'node:events'
import { WebSocket } from 'ws'
import { newId } from '../../shared/ids.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import { until } from '../rooms/test-relay.ts'

/** A bare socket, and every byte that it was ever sent. */
export interface Tap {
  socket: WebSocket
  heard(): Buffer
}

/** The sockets of one test. */
export class Taps {
  readonly #sockets: WebSocket[] = []

  /** Opens a socket on a board and asks for the whole document, as every client does. */
  async open(port: number, board: string, token: string, dialect = 'rapport'): Promise<Tap> {
    const url = `ws://127.0.0.1:${port}/sync/${board}`
    const socket = new WebSocket(url, [dialect, `token.${token}`])
    this.#sockets.push(socket)
    const frames: Buffer[] = []
    socket.on('message', (data: Buffer) => frames.push(data))
    await once(socket, 'open')
    socket.send(Buffer.from([0, 0, 1, 0]))
    await until(() => frames.length > 0, 'something is heard')
    return { socket, heard: () => Buffer.concat(frames) }
  }

  close(): void {
    for (const socket of this.#sockets.splice(0)) socket.terminate()
  }
}

/** Gives a command, and what was heard from its answer on. */
export async function command(by: Tap, body: object): Promise<string> {
  const id = newId()
  by.socket.send(encodeJson(102, { id, ...body }))
  await until(() => by.heard().includes(`{"id":"${id}"`), `an answer to ${JSON.stringify(body)}`)
  const text = by.heard().toString()
  return text.slice(text.indexOf(`{"id":"${id}"`))
}
