import { afterEach, beforeEach } from 'vitest'
import type { Role } from '../../shared/access.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import {
  addBoard,
  addParticipant,
  startRelay,
  until,
  type Client,
  type Relay,
} from './test-relay.ts'

/** The board of these tests. */
export const BOARD = 'b1'

/** For each test around a relay with one board, to which these people may come; it ends with the test. */
export function useBoard(people: Readonly<Record<string, Role>>) {
  let relay: Relay

  beforeEach(async () => {
    relay = await startRelay()
    await addBoard(relay.store, BOARD)
    for (const [name, role] of Object.entries(people)) {
      await addParticipant(relay.store, BOARD, name, role)
    }
  })
  afterEach(() => relay.dispose())

  return {
    get relay() {
      return relay
    },
    /** Somebody on the board, who has it and, with the dialect, heard of the session. */
    async on(name: string, dialect: 'rapport' | 'y-websocket' = 'rapport'): Promise<Client> {
      const client = relay.client(BOARD, name, { dialect })
      await client.synced()
      if (dialect === 'rapport') {
        await until(() => client.heard.sessions.length > 0, `${name} hears the session`)
      }
      return client
    },
    /** Ends the relay and starts another one over the same folder. */
    async restart(): Promise<void> {
      await relay.dispose({ keep: true })
      relay = await startRelay({ dir: relay.dir })
    },
  }
}

/** Gives a command of the session, whose answer nobody waits for. */
export const give = ({ provider }: Client, command: object): void =>
  provider.ws?.send(encodeJson(102, { id: 'c', ...command }))
