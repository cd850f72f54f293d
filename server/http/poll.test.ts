import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { close } from '../../shared/protocol/close.ts'
import { messageType } from '../../shared/protocol/messages.ts'
import {
  decodePollAnswer,
  encodePoll,
  POLL_HEADER,
  POLL_TYPE,
  type PollAnswer,
} from '../../shared/protocol/poll.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { syncFrame } from '../rooms/frames.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { startTestServer, type TestBoard } from './test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let board: TestBoard
beforeAll(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
  board = await server.board()
})
afterAll(() => server.stop())

const post = (token: string, connection: string | undefined, body: Uint8Array<ArrayBuffer>) =>
  fetch(new URL(`sync/${board.id}/poll`, server.address), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': POLL_TYPE,
      ...(connection !== undefined && { [POLL_HEADER]: connection }),
    },
    body,
  })

/** A client that polls: its document, and everything that it has heard so far. */
function client(role: 'facilitator' | 'partner' | 'observer') {
  const { token } = board.joined[role].participant
  const doc = new Y.Doc()
  let connection: string | undefined
  const heard: number[] = []
  const poll = async (...messages: Uint8Array[]): Promise<PollAnswer> => {
    const response = await post(token, connection, encodePoll(messages))
    expect(response.status).toBe(200)
    const answer = decodePollAnswer(new Uint8Array(await response.arrayBuffer()))
    connection = answer.connection
    for (const message of answer.messages) {
      const decoder = decoding.createDecoder(message)
      const type = decoding.readVarUint(decoder)
      heard.push(type)
      if (type !== messageType.sync || decoding.readVarUint(decoder) === 0) continue
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'server')
    }
    return answer
  }
  /** Polls until `done`; the test's own time limit is the only one. */
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await poll()
  }
  return {
    doc,
    heard,
    poll,
    until,
    join: async () => {
      await poll(syncFrame('step1', Y.encodeStateVector(doc)))
      await until(() => rootsOf(doc).objects.size > 0)
    },
    edit: async (text: string) => {
      const before = Y.encodeStateVector(doc)
      addObjects(doc, [{ type: 'note', at: [0, 0], fields: { text } }], null)
      await poll(syncFrame('update', Y.encodeStateAsUpdate(doc, before)))
    },
    connection: () => connection,
    token,
  }
}

test('two who poll see each other’s edits, and are told when theirs are on disk', async () => {
  const [one, other] = [client('facilitator'), client('partner')]
  await Promise.all([one.join(), other.join()])
  const before = rootsOf(other.doc).objects.size
  await one.edit('Who phones the family?')
  await one.until(() => one.heard.includes(messageType.saved))
  await other.until(() => rootsOf(other.doc).objects.size > before)
  const kept = new Y.Doc()
  Y.applyUpdate(kept, await server.rooms.state(board.id))
  expect(rootsOf(kept).objects.size).toBe(before + 1)
})

test('an observer who polls reads all and changes nothing', async () => {
  const [observer, partner] = [client('observer'), client('partner')]
  await Promise.all([observer.join(), partner.join()])
  const before = Y.encodeStateVector(partner.doc)
  await observer.edit('I was never here')
  await observer.until(() => observer.heard.includes(messageType.result))
  await partner.poll()
  expect(Y.encodeStateVector(partner.doc)).toEqual(before)
})

test('a wrong token, somebody else’s connection and a body cut short are refused', async () => {
  const one = client('partner')
  await one.join()
  const nothing = encodePoll([])
  expect((await post('wrong', undefined, nothing)).status).toBe(401)
  const { token } = board.joined.facilitator.participant
  expect((await post(token, one.connection(), nothing)).status).toBe(409)
  expect((await post(one.token, one.connection(), new Uint8Array([9, 1]))).status).toBe(400)
})

test('who is removed hears why, and gets nothing more', async () => {
  const one = client('partner')
  await one.join()
  server.rooms.disconnect(
    board.id,
    { participant: board.joined.partner.participant.id },
    'unauthorised',
  )
  expect((await one.poll()).close).toBe(close.unauthorised.code)
})
