import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { writeUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Role } from '../shared/access.ts'
import { messageType } from '../shared/protocol/messages.ts'
import { joinByHttp, type Board } from './board.ts'
import type { ServerProcess } from './server.ts'

/** A participant without a browser: the stock y-websocket client and its copy of the document. */
export interface Peer {
  doc: Y.Doc
  provider: WebsocketProvider
  /** id of the organisation that it speaks for */
  organisation: string | null
  leave(): void
}

/** Joins with the stock y-websocket client in its own dialect; resolves when the whole board has arrived. */
export async function joinAsPeer(
  server: ServerProcess,
  board: Board,
  role: Role,
  name: string,
  organisation?: string,
): Promise<Peer> {
  const { participant } = await joinByHttp(server, board, role, name, organisation)
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(server.wsUrl, board.id, doc, {
    // ws has all of the browser's WebSocket that the provider uses, but not its every type.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    protocols: ['y-websocket', `token.${participant.token}`],
    disableBc: true,
  })
  await new Promise<void>((resolve) => {
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) resolve()
    })
  })
  return {
    doc,
    provider,
    organisation: participant.organisation,
    leave: () => provider.destroy(),
  }
}

/** Opens a bare socket as a participant, for what no honest client would send; resolves when it is open. */
export async function openRawSocket(
  server: ServerProcess,
  board: Board,
  token: string,
): Promise<WebSocket> {
  const socket = new WebSocket(`${server.wsUrl}/${board.id}`, ['rapport', `token.${token}`])
  socket.binaryType = 'arraybuffer'
  await once(socket, 'open')
  return socket
}

/** The bytes of a sync message that carries `update`. */
export function updateMessage(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.sync)
  writeUpdate(encoder, update)
  return encoding.toUint8Array(encoder)
}
