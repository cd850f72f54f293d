import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Connection } from './connection.ts'
import { carriesEdits } from './frames.ts'
import type { RelayLimits } from './options.ts'
import type { Room } from './room.ts'
import type { SyncBudget } from './sync-budget.ts'

/** Bytes of an unfinished message up to which it doesn't count. */
const SMALL = 64_000

interface IncomingParts {
  limits: RelayLimits
  budget: SyncBudget
  /** what the socket reads from, where there is one */
  stream: Duplex | undefined
}

/** Takes the messages of a socket as far as its limits go, and gives them to its room; until that is ready they wait. */
export function takeMessages(
  socket: WebSocket,
  connection: Connection,
  ready: Promise<Room>,
  { limits, budget, stream }: IncomingParts,
): void {
  let room: Room | undefined
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let unfinished = 0

  const wait = (message: Uint8Array): void => {
    if (waitingBytes + message.length > limits.queuedBytes) {
      connection.close('tooLarge')
    } else if (budget.hold(message.length)) {
      waiting.push(message)
      waitingBytes += message.length
    } else connection.cut('unavailable')
  }
  const takeWaiting = (): Uint8Array[] => {
    const messages = waiting
    budget.release(waitingBytes)
    waiting = []
    waitingBytes = 0
    return messages
  }

  // Before the socket reads what has come: a message that is complete with it is never counted for longer.
  stream?.prependListener('data', (bytes: Uint8Array) => {
    unfinished += bytes.length
    if (unfinished > SMALL) budget.coming(connection, unfinished)
  })
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (unfinished > SMALL) budget.came(connection)
    unfinished = 0
    if (!connection.isOpen) return
    if (!isBinary) connection.close('malformed')
    else if (data.length > (carriesEdits(data) ? limits.syncBytes : limits.messageBytes)) {
      connection.notice('too-large')
      connection.close('tooLarge')
    } else if (!connection.allow(data.length)) connection.overdrawn()
    else if (room) room.receive(connection, data)
    else wait(data)
  })
  socket.on('close', () => {
    budget.came(connection)
    takeWaiting()
  })
  ready.then(
    (loaded) => {
      if (!connection.isOpen) return
      loaded.join(connection)
      room = loaded
      for (const message of takeWaiting()) {
        if (connection.isOpen) loaded.receive(connection, message)
      }
    },
    () => takeWaiting(),
  )
}
