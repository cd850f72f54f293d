import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootsOf } from '../../shared/board/layout.ts'
import type { JoinedBoard } from '../../shared/protocol/http.ts'
import { bodyOf } from '../http/test-server.ts'
import { createLog } from '../log.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { until } from '../rooms/test-relay.ts'
import { command, type Tap } from './test-taps.ts'

import { useTappedBoard } from './test-tapped-board.ts'

const NOTE = 'canarynote'
const tapped = useTappedBoard()

const tap = ({ participant }: JoinedBoard, dialect?: string): Promise<Tap> =>
  tapped.tap(participant.token, dialect)

const joined = async (name: string, organisation: string): Promise<JoinedBoard> =>
  bodyOf(
    await tapped.server.join(tapped.board.id, {
      secret: tapped.board.secrets.partner,
      name,
      organisation,
    }),
  )

const docNow = async (): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await tapped.server.rooms.state(tapped.board.id))
  return doc
}

/** Everything that somebody else could look into, as one run of bytes for each place. */
async function places(others: readonly Tap[]): Promise<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {
    document: Buffer.from(await tapped.server.rooms.state(tapped.board.id)),
    session: Buffer.from(JSON.stringify(await tapped.server.store.session(tapped.board.id))),
    backup: await tapped.backedUp(),
    log: Buffer.from(tapped.server.logged()),
  }
  for (const [i, { heard }] of others.entries()) found[`socket ${i}`] = heard()
  for (const { format, bytes } of await tapped.exported()) found[format] = bytes
  return found
}

const holding = (found: Record<string, Buffer>, canary: string): string[] =>
  Object.entries(found).flatMap(([place, bytes]) => (bytes.includes(canary) ? [place] : []))

test('a pressure gauge is nobody else’s until it is published, and nobody’s again after that', async () => {
  const own = tapped.board.joined.partner
  const organisation = own.participant.organisation ?? ''
  const [author, colleague, stranger, observer, stock] = [
    await tap(own),
    await tap(await joined('Sam', 'County Council')),
    await tap(await joined('Ola', 'Police')),
    await tap(tapped.board.joined.observer),
    await tap(own, 'y-websocket'),
  ]
  const others = [stranger, observer, stock]
  const gauge = { level: 4, note: NOTE, published: false }
  expect(await command(author, { type: 'set-gauge', ...gauge })).toContain(NOTE)
  expect(await command(colleague, { type: 'my-gauge' })).toContain(`"level":4,"note":"${NOTE}"`)
  expect(await command(stranger, { type: 'my-gauge' })).toContain('"level":null,"note":""')
  expect(await command(observer, { type: 'my-gauge' })).toContain('Your role')
  expect(holding(await places(others), NOTE)).toEqual([])
  expect((await docNow()).getMap('objects').toJSON()[organisation]).not.toHaveProperty('pressure')

  await command(author, { type: 'set-gauge', ...gauge, published: true })
  await until(() => others.every(({ heard }) => heard().includes(NOTE)), 'all see it')
  const shown = rootsOf(await docNow()).objects.get(organisation)
  expect([shown?.get('pressure'), shown?.get('pressureNote')]).toEqual([4, NOTE])

  await command(author, { type: 'set-gauge', ...gauge })
  const late = await tap(tapped.board.joined.observer)
  expect(holding(await places([late]), NOTE)).toEqual([])
  expect((await docNow()).getMap('objects').toJSON()[organisation]).not.toHaveProperty('pressure')
}, 60_000)

test('what two colleagues set of their gauge is kept, and what is left out stays', async () => {
  const author = await tap(tapped.board.joined.partner)
  const colleague = await tap(await joined('Sam', 'County Council'))
  await command(author, { type: 'set-gauge', level: 2, note: NOTE, published: false })
  await command(colleague, { type: 'set-gauge', level: 4 })
  expect(await command(author, { type: 'set-gauge', note: 'another' })).toContain(
    '"level":4,"note":"another","published":false',
  )
  expect(await command(author, { type: 'set-gauge', published: true })).toContain('"level":4')
  expect(await command(colleague, { type: 'set-gauge', level: null })).toContain('"error"')
})

test('a restored board does not show a gauge whose consent was taken back', async () => {
  const author = await tap(tapped.board.joined.partner)
  const organisation = tapped.board.joined.partner.participant.organisation ?? ''
  await command(author, { type: 'set-gauge', level: 2, note: '', published: false })
  await tapped.server.rooms.edit(tapped.board.id, (doc) =>
    rootsOf(doc).objects.get(organisation)?.set('pressure', 3),
  )
  // Another server reads the board anew.
  const rooms = createRooms(tapped.server.store, { log: createLog('silent') })
  const pressure = async (): Promise<unknown> => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await rooms.state(tapped.board.id))
    return rootsOf(doc).objects.get(organisation)?.get('pressure')
  }
  await expect.poll(pressure).toBeUndefined()
  await rooms.close()
})

test('nothing tells who wrote an assumption without a name', async () => {
  const people = [
    tapped.board.joined.partner,
    await joined('Ola', 'Police'),
    await joined('Ivo', 'Fire and Rescue'),
  ]
  const authors = await Promise.all(people.map((one) => tap(one)))
  const watcher = await tap(tapped.board.joined.facilitator)
  const texts = ['canaryone', 'canarytwo', 'canarythree']
  const add = (i: number): Promise<string> =>
    command(authors[i]!, { type: 'add-assumption', text: texts[i], about: 'public' })
  expect(await add(0)).toContain('"waiting":1')
  expect(await add(1)).toContain('"waiting":2')
  const found = await places([...authors, watcher])
  expect(texts.flatMap((text) => holding(found, text))).toEqual([])
  const filed = await tapped.server.store.answers(tapped.board.id, 'assumptions')
  const known = people.map(({ participant }) => participant.id)
  expect(filed.filter(({ author }) => known.includes(author))).toEqual([])

  expect(await add(2)).toContain('"waiting":0')
  await until(() => texts.every((text) => watcher.heard().includes(text)), 'all are put up')
  expect(await tapped.server.store.answers(tapped.board.id, 'assumptions')).toEqual([])
  const doc = await docNow()
  const cards = [...rootsOf(doc).objects.values()].filter((o) => o.get('type') === 'assumption')
  expect(cards.map((card) => String(card.get('title'))).sort()).toEqual([...texts].sort())
  // All of them are of one client, and that is none of the participants'.
  const clients = new Set(cards.map((card) => card._item?.id.client))
  const { claims } = await tapped.server.store.load(tapped.board.id)
  expect(clients.size).toBe(1)
  const owners = claims.filter(({ clientId }) => clients.has(clientId))
  expect(owners.filter(({ participant }) => participant !== 'server')).toEqual([])
  for (const text of texts) expect(tapped.server.logged()).not.toContain(text)
}, 60_000)

test('a facilitator puts up what waits, however little; an observer adds nothing', async () => {
  const author = await tap(tapped.board.joined.partner)
  const [fay, observer] = [
    await tap(tapped.board.joined.facilitator),
    await tap(tapped.board.joined.observer),
  ]
  const wish = { type: 'add-assumption', text: NOTE, about: 'all' }
  expect(await command(observer, wish)).toContain('Your role')
  expect(await command(author, { ...wish, text: ' ' })).toContain('The assumption is missing.')
  await command(author, wish)
  expect(await command(author, { type: 'post-assumptions' })).toContain('Your role')
  expect(await command(fay, { type: 'post-assumptions' })).toContain('"waiting":0')
  await until(() => observer.heard().includes(NOTE), 'it is put up')
  await command(fay, { type: 'pause', on: true })
  expect(await command(author, wish)).toContain('can’t be edited')
})
