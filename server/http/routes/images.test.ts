import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cameraJpeg, greyPng, join, samples } from '../../../shared/images/fixtures/samples.ts'
import type { KeptImage } from '../../../shared/protocol/http.ts'
import { createRooms } from '../../rooms/create-rooms.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import { command, Taps } from '../../session/test-taps.ts'
import { bodyOf, problemIn, startTestServer, type TestBoard } from '../test-server.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

let server: Server
let board: TestBoard

beforeAll(async () => {
  server = await startTestServer(
    {
      openStore: openSqliteStore,
      createRooms: (store, log) => createRooms(store, { log }),
    },
    { env: { MAX_IMAGE_BYTES: '200000', MAX_IMAGE_BYTES_PER_BOARD: '300000' } },
  )
  board = await server.board()
})
afterAll(() => server.stop())

const tokenOf = (role: keyof TestBoard['joined'], of = board): string =>
  of.joined[role].participant.token

const put = (
  bytes: Uint8Array,
  { token = tokenOf('partner'), of = board, type = 'image/png' } = {},
) =>
  server.call(`api/boards/${of.id}/images`, {
    method: 'POST',
    token,
    body: new Uint8Array(bytes),
    headers: { 'content-type': type },
  })

const fetchImage = (id: string, { token = tokenOf('observer'), of = board } = {}) =>
  server.call(`api/boards/${of.id}/images/${id}`, { token })

/** A picture of which a board has room for one. */
const noise = (seed: number) =>
  join(
    samples.gif.subarray(0, 13),
    crypto.getRandomValues(new Uint8Array(6)),
    samples.gif.subarray(19, -2),
    ...Array.from({ length: 700 }, (_, i) => join([255], new Uint8Array(255).fill(seed + i))),
    [0, 0x3b],
  )

describe('a picture', () => {
  test('is kept once, known by its bytes whatever it is called, and read by everyone on its board', async () => {
    const first = await put(samples.jpeg, { type: 'text/html' })
    expect(first.status).toBe(201)
    const kept = await bodyOf<KeptImage>(first)
    expect(kept).toMatchObject({ type: 'image/jpeg', width: 12, height: 8 })
    expect(first.headers.get('location')).toBe(`/api/boards/${board.id}/images/${kept.id}`)
    expect(await bodyOf(await put(samples.jpeg))).toEqual(kept)
    expect(await server.store.images(board.id)).toHaveLength(1)

    const response = await fetchImage(kept.id)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=604800, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="${kept.id}.jpeg"`,
    })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(samples.jpeg))
  })

  test('is stored without what a camera says beside it', async () => {
    const { id } = await bodyOf<KeptImage>(await put(cameraJpeg(1)))
    const bytes = Buffer.from(await (await fetchImage(id)).arrayBuffer())
    expect(bytes.includes('GPS')).toBe(false)
  })

  test('belongs to its board: another board, a wrong token or none see nothing of it', async () => {
    const other = await server.board()
    const { id } = await bodyOf<KeptImage>(await put(samples.webp))
    expect((await fetchImage(id, { of: other, token: tokenOf('facilitator', other) })).status).toBe(
      404,
    )
    expect((await fetchImage(id, { token: tokenOf('facilitator', other) })).status).toBe(401)
    expect((await server.call(`api/boards/${board.id}/images/${id}`)).status).toBe(401)
    expect((await fetchImage('nope')).headers.get('cache-control')).toBe('no-store')
  })

  test('goes with its board', async () => {
    const other = await server.board()
    const { id } = await bodyOf<KeptImage>(
      await put(samples.gif, { of: other, token: tokenOf('partner', other) }),
    )
    await server.call(`api/boards/${other.id}`, {
      method: 'DELETE',
      token: tokenOf('facilitator', other),
    })
    expect(await server.store.image(other.id, id)).toBeUndefined()
  })
})

describe('is refused', () => {
  const svg = join('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  test.each([
    ['an SVG drawing', svg, 422, /SVG drawings can hold scripts/],
    [
      'a page that says it is a picture',
      join('<!doctype html><script>'),
      422,
      /PNG, JPEG, GIF or WebP/,
    ],
    ['a damaged picture', samples.png.subarray(0, 60), 422, /damaged/],
    ['a hundred megapixels', greyPng(10_000, 10_000), 422, /10,000 × 10,000 pixels\. 40 million/],
    ['a picture turned by its metadata', cameraJpeg(6), 422, /upright/],
    ['an empty body', new Uint8Array(), 400, /no body/],
    ['a picture that is too large', new Uint8Array(200_001), 413, /0\.2 MB at most/],
  ])('%s', async (_name, bytes, status, detail) => {
    const response = await put(bytes)
    expect(response.status).toBe(status)
    expect((await problemIn(response)).detail).toMatch(detail)
  })

  test('what an observer sends', async () => {
    const response = await put(samples.png, { token: tokenOf('observer') })
    expect(response.status).toBe(403)
    expect((await problemIn(response)).type).toMatch(/role$/)
  })

  test('what comes while the board is read-only', async () => {
    const other = await server.board()
    const token = tokenOf('facilitator', other)
    await server.call(`api/boards/${other.id}`, {
      method: 'PATCH',
      token,
      json: { readOnly: true },
    })
    const response = await put(samples.png, { of: other, token })
    expect(response.status).toBe(409)
    expect((await problemIn(response)).type).toMatch(/read-only$/)
  })

  test('what a partner sends while editing is paused, and what anyone sends once the session has ended', async () => {
    const other = await server.board()
    const by = (role: 'facilitator' | 'partner') =>
      put(samples.png, { of: other, token: tokenOf(role, other) })
    const taps = new Taps()
    const fay = await taps.open(server.port, other.id, tokenOf('facilitator', other))
    await command(fay, { type: 'pause', on: true })
    const paused = await by('partner')
    expect(paused.status).toBe(409)
    expect(await problemIn(paused)).toMatchObject({
      type: 'urn:problem-type:rapport:paused',
      detail: 'A facilitator has paused editing, so the image was not taken.',
    })
    expect((await by('facilitator')).status).toBe(201)

    await command(fay, { type: 'pause', on: false })
    expect((await by('partner')).status).toBe(201)
    await command(fay, { type: 'end' })
    const ended = await by('facilitator')
    expect(ended.status).toBe(409)
    expect((await problemIn(ended)).detail).toMatch(/^The session has ended/)
    taps.close()
  })

  test('what no longer fits on the board', async () => {
    const other = await server.board()
    const token = tokenOf('partner', other)
    expect((await put(noise(1), { of: other, token })).status).toBe(201)
    const response = await put(noise(2), { of: other, token })
    expect(response.status).toBe(413)
    expect(await problemIn(response)).toMatchObject({
      type: 'urn:problem-type:rapport:images-full',
    })
  })

  test('what no longer fits, unless others make room that nothing has shown for an hour', async () => {
    const other = await server.board()
    const token = tokenOf('partner', other)
    const old = { id: 'old', type: 'image/gif', width: 1, height: 1 } as const
    await server.store.addImage(other.id, { ...old, bytes: noise(1) }, 0, 300_000)
    const add = async () => (await put(noise(2), { of: other, token })).status
    expect(await add()).toBe(413)
    expect(await server.store.image(other.id, 'old')).toBeDefined()

    await server.store.markImages(other.id, [], 0)
    await server.store.markImages(other.id, ['old'], Date.now() - 3_600_001)
    expect(await add()).toBe(201)
    expect(await server.store.image(other.id, 'old')).toBeUndefined()
  })
})
