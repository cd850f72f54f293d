import { afterEach, beforeEach } from 'vitest'
import type { Role } from '../../shared/access.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import type { RoomsOptions } from './options.ts'
import { addPlace, comeTo, startRelay, type Client, type Relay } from './test-relay.ts'

/** The board of these tests. */
export const BOARD = 'b1'

/** For each test around a relay with one board, to which these people may come; it ends with the test. */
export function useBoard(
  people: Readonly<Record<string, Role>>,
  options: Partial<RoomsOptions> = {},
) {
  let relay: Relay

  beforeEach(async () => {
    relay = await startRelay(options)
    await addPlace(relay.store, BOARD, people)
  })
  afterEach(() => relay.dispose())

  return {
    get relay() {
      return relay
    },
    /** Somebody on the board; see `comeTo`. */
    on: (name: string, dialect: 'rapport' | 'y-websocket' = 'rapport'): Promise<Client> =>
      comeTo(relay, BOARD, name, { dialect }),
    /** Ends the relay and starts another one over the same folder. */
    async restart(): Promise<void> {
      await relay.dispose({ keep: true })
      relay = await startRelay({ ...options, dir: relay.dir })
    },
  }
}

/** Gives a command of the session, whose answer nobody waits for. */
export const give = ({ provider }: Client, command: object): void =>
  provider.ws?.send(encodeJson(102, { id: 'c', ...command }))
