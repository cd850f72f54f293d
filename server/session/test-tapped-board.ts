import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach } from 'vitest'
import { exportFormats } from '../../shared/exchange/export-formats.ts'
import { newId } from '../../shared/ids.ts'
import { startTestServer, type TestBoard } from '../http/test-server.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { backup } from '../store/backup.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { Taps, type Tap } from './test-taps.ts'

/** What a file holds, packed or not. */
const unpacked = (bytes: Buffer): Buffer =>
  bytes.subarray(0, 2).toString() === 'PK' ? Buffer.concat(Object.values(unzipSync(bytes))) : bytes

type Server = Awaited<ReturnType<typeof startTestServer>>

/** For each test around a whole server with one board, whose every byte can be looked at; it ends with the test. */
export function useTappedBoard() {
  let server: Server
  let board: TestBoard
  const taps = new Taps()

  beforeEach(async () => {
    server = await startTestServer({
      openStore: (dir) => openSqliteStore(dir),
      createRooms: (store, log) => createRooms(store, { log }),
    })
    board = await server.board()
  })
  afterEach(async () => {
    taps.close()
    await server.stop()
  })

  return {
    get server() {
      return server
    },
    get board() {
      return board
    },
    /** A socket of the person whose token this is. */
    tap: (token: string, dialect?: string): Promise<Tap> =>
      taps.open(server.port, board.id, token, dialect),
    /** A backup of all boards, unpacked. */
    async backedUp(): Promise<Buffer> {
      const file = path.join(tmpdir(), `rapport-tapped-${newId()}`)
      try {
        await backup(server.store, file, Date.now())
        return gunzipSync(await readFile(file))
      } finally {
        await rm(file, { force: true })
      }
    },
    /** The board in every format as its facilitator gets it, unpacked where that is a ZIP, and with which status. */
    async exported(): Promise<{ format: string; status: number; bytes: Buffer }[]> {
      const { token } = board.joined.facilitator.participant
      const found = []
      for (const format of exportFormats) {
        const answer = await server.call(`api/boards/${board.id}/export?format=${format}`, {
          token,
        })
        const bytes = unpacked(Buffer.from(await answer.arrayBuffer()))
        found.push({ format, status: answer.status, bytes })
      }
      return found
    },
  }
}
