import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, removeObjects } from '../../shared/board/commands.ts'
import { samples } from '../../shared/images/fixtures/samples.ts'
import type { KeptImage } from '../../shared/protocol/http.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { collectAllImages, UNUSED_FOR } from './collect-images.ts'
import { bodyOf, startTestServer } from './test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    openStore: openSqliteStore,
    createRooms: (store, log) => createRooms(store, { log }),
  })
})
afterAll(() => server.stop())

/** The object that shows an image here; it keeps no trace of the image's id. */
const objectOf = (image: string): string => `object ${image.slice(0, 6)}`

test('an image is dropped once neither the board nor a version of it shows it, and not before its time', async () => {
  const { id, joined } = await server.board()
  const { token } = joined.facilitator.participant
  const put = async (bytes: Uint8Array): Promise<string> => {
    const body = new Uint8Array(bytes)
    const response = await server.call(`api/boards/${id}/images`, { method: 'POST', token, body })
    return (await bodyOf<KeptImage>(response)).id
  }
  const [shown, deleted, inVersion, never] = [
    await put(samples.png),
    await put(samples.jpeg),
    await put(samples.gif),
    await put(samples.webp),
  ]
  const add = (image: string) => (doc: Y.Doc) => {
    addObjects(doc, [{ id: objectOf(image), type: 'image', at: [0, 0], fields: { image } }], 'test')
  }
  const remove = (image: string) => (doc: Y.Doc) => removeObjects(doc, [objectOf(image)], 'test')
  const { rooms, store } = server
  for (const image of [shown, deleted, inVersion]) await rooms.edit(id, add(image))
  await rooms.edit(id, remove(deleted))
  await rooms.keepVersion(id, { kind: 'saved', name: 'Before', by: null })
  await rooms.edit(id, remove(inVersion))
  // As compaction leaves it.
  const { seq } = await store.load(id)
  const folded = new Y.Doc()
  Y.applyUpdate(folded, await rooms.state(id))
  await store.compact(id, Y.encodeStateAsUpdate(folded), seq)

  const left = async (): Promise<string[]> => (await store.images(id)).map((image) => image.id)
  expect(await collectAllImages(server, Date.now())).toBe(0)
  expect(await left()).toContain(never)
  expect(await collectAllImages(server, Date.now() + UNUSED_FOR + 1)).toBe(2)
  expect(await left()).toEqual([shown, inVersion].sort())
})
