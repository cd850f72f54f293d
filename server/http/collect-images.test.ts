import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, removeObjects } from '../../shared/board/commands.ts'
import { samples } from '../../shared/images/fixtures/samples.ts'
import type { KeptImage } from '../../shared/protocol/http.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { collectAllImages, UNUSED_FOR } from './collect-images.ts'
import { bodyOf, startTestServer, type TestBoard } from './test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
})
afterAll(() => server.stop())

const collect = (now: number): Promise<number> =>
  collectAllImages(server, now, (_board, error) => {
    throw error
  })

/** The object that shows an image here; it keeps no trace of the image's id. */
const objectOf = (image: string): string => `object ${image.slice(0, 6)}`

async function putOn({ id, joined }: TestBoard, bytes: Uint8Array): Promise<string> {
  const { token } = joined.facilitator.participant
  const body = new Uint8Array(bytes)
  const response = await server.call(`api/boards/${id}/images`, { method: 'POST', token, body })
  return (await bodyOf<KeptImage>(response)).id
}

const add = (image: string) => (doc: Y.Doc) => {
  addObjects(doc, [{ id: objectOf(image), type: 'image', at: [0, 0], fields: { image } }], 'test')
}
const remove = (image: string) => (doc: Y.Doc) => removeObjects(doc, [objectOf(image)], 'test')

/** Leaves in the store what compaction leaves there. */
async function compact(board: string): Promise<void> {
  const { rooms, store } = server
  const { epoch, seq } = await store.load(board)
  const folded = new Y.Doc()
  Y.applyUpdate(folded, await rooms.state(board))
  await store.compact(board, { epoch, snapshot: Y.encodeStateAsUpdate(folded), upTo: seq })
}

test('an image is dropped once neither the board nor a version of it shows it, and not before its time', async () => {
  const board = await server.board()
  const { id } = board
  const put = (bytes: Uint8Array): Promise<string> => putOn(board, bytes)
  const [shown, deleted, inVersion, never] = [
    await put(samples.png),
    await put(samples.jpeg),
    await put(samples.gif),
    await put(samples.webp),
  ]
  const { rooms, store } = server
  for (const image of [shown, deleted, inVersion]) await rooms.edit(id, add(image))
  await rooms.edit(id, remove(deleted))
  await rooms.keepVersion(id, { kind: 'saved', name: 'Before', by: null })
  await rooms.edit(id, remove(inVersion))
  await compact(id)

  const left = async (): Promise<string[]> => (await store.images(id)).map((image) => image.id)
  expect(await collect(Date.now())).toBe(0)
  expect(await left()).toContain(never)
  expect(await collect(Date.now() + UNUSED_FOR + 1)).toBe(2)
  expect(await left()).toEqual([shown, inVersion].sort())
})

test('an image that was on the board for long is kept for as long as any other after it was deleted', async () => {
  const board = await server.board()
  const { rooms, store } = server
  const image = await putOn(board, samples.png)
  const isKept = async (): Promise<boolean> => (await store.image(board.id, image)) !== undefined
  await rooms.edit(board.id, add(image))
  const start = Date.now()
  const week = UNUSED_FOR + 1
  await collect(start + week)

  await rooms.edit(board.id, remove(image))
  await compact(board.id)
  await collect(start + week + 60_000)
  expect(await isKept()).toBe(true)

  // Shown again for a while, it has its time anew.
  await rooms.edit(board.id, add(image))
  await collect(start + 2 * week)
  await rooms.edit(board.id, remove(image))
  await compact(board.id)
  await collect(start + 3 * week)
  expect(await isKept()).toBe(true)
  await collect(start + 4 * week)
  expect(await isKept()).toBe(false)
})
