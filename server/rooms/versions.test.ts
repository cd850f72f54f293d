import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { boardToJson } from '../../shared/board/json.ts'
import { boardKeys, rootsOf } from '../../shared/board/layout.ts'
import { readRestored } from '../../shared/board/restored.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import type { CommandInput } from '../../shared/session/commands.ts'
import {
  addBoard,
  addParticipant,
  startRelay,
  until,
  type Client,
  type Relay,
} from './test-relay.ts'

const BOARD = 'b1'
let relay: Relay
let commands = 0

const start = async (options: Parameters<typeof startRelay>[0] = {}): Promise<void> => {
  relay = await startRelay({ ...options, limits: { versions: 4, ...options.limits } })
}
beforeEach(async () => {
  await start()
  await addBoard(relay.store, BOARD)
  await addParticipant(relay.store, BOARD, 'fay', 'facilitator')
  await addParticipant(relay.store, BOARD, 'asha')
})
afterEach(() => relay.dispose())

async function on(name: string): Promise<Client> {
  const client = relay.client(BOARD, name)
  await client.synced()
  return client
}

const note = ({ doc }: Pick<Client, 'doc'>, text: string): string =>
  addObjects(doc, [{ type: 'note', at: [0, 0], fields: { text } }], 'test')[0] ?? ''

const keep = async (name: string) => {
  const kept = await relay.rooms.keepVersion(BOARD, { kind: 'saved', name, by: 'b1-fay' })
  if (!kept) throw new Error('no room')
  return kept
}

const restore = async (version: string) => {
  const restored = await relay.rooms.restoreVersion(BOARD, version, 'b1-fay')
  if (!restored.ok) throw new Error(restored.error)
  return restored.value
}

const docOf = async (version: string): Promise<Y.Doc> => {
  const state = await relay.rooms.versionState(BOARD, version)
  if (!state) throw new Error('no such version')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

const titles = ({ doc }: { doc: Y.Doc }): string[] =>
  [...rootsOf(doc).objects.values()].map((map) => String(map.get('text'))).sort()

async function command({ provider, heard }: Client, body: CommandInput): Promise<void> {
  commands += 1
  const id = `c${commands}`
  provider.ws?.send(encodeJson(102, { id, ...body }))
  const answer = () => heard.results.find((result) => 'id' in result && result.id === id)
  await until(() => answer() !== undefined, `an answer to ${body.type}`)
  expect(answer()).toMatchObject({ ok: null })
}

const kinds = async (): Promise<string[]> =>
  (await relay.store.versions(BOARD)).map(({ kind, name }) => `${kind} ${name}`.trim())

async function kindsOnce(count: number): Promise<string[]> {
  for (;;) {
    const now = await kinds()
    if (now.length >= count) return now
  }
}

test('a version brings the board back for everyone, and what was there since is in a version of its own', async () => {
  const [fay, asha] = [await on('fay'), await on('asha')]
  note(fay, 'First')
  await fay.saved()
  const march = await keep('March')
  note(asha, 'Later')
  await asha.saved()
  const { before } = await restore(march.id)
  for (const client of [fay, asha]) {
    await until(() => titles(client).join() === 'First', 'both see March')
  }
  expect(readRestored(asha.doc)).toMatchObject({ kind: 'saved', about: 'March', by: 'b1-fay' })
  expect(before).toMatchObject({ kind: 'restore', name: 'March', by: 'b1-fay' })
  expect(titles({ doc: await docOf(before.id) })).toEqual(['First', 'Later'])
  expect(await relay.rooms.restoreVersion(BOARD, 'nope', 'b1-fay')).toEqual({
    ok: false,
    error: 'unknown',
  })
})

test('what others do while it happens is merged; nothing that they saved is only gone', async () => {
  const [fay, asha] = [await on('fay'), await on('asha')]
  note(fay, 'First')
  await fay.saved()
  const march = await keep('March')
  const made: string[] = []
  const ids: string[] = []
  const restoring = restore(march.id)
  for (let i = 0; i < 60; i += 1) {
    made.push(`note ${i}`)
    ids.push(note(asha, `note ${i}`))
    if (i % 10 === 0) await asha.saved()
  }
  const { before } = await restoring
  await asha.saved()
  await until(() => readRestored(asha.doc) !== undefined, 'asha sees that it was brought back')
  await until(
    () => JSON.stringify(boardToJson(fay.doc)) === JSON.stringify(boardToJson(asha.doc)),
    'both see the same',
  )
  const kept = new Set([...titles(asha), ...titles({ doc: await docOf(before.id) })])
  expect(made.filter((text) => !kept.has(text))).toEqual([])
  expect(kept.has('First')).toBe(true)
})

test('who was away merges what they did meanwhile with it', async () => {
  const [fay, asha] = [await on('fay'), await on('asha')]
  note(fay, 'First')
  await fay.saved()
  const march = await keep('March')
  note(fay, 'Later')
  await until(() => titles(asha).length === 2, 'asha has both')
  await fay.saved()
  asha.provider.disconnect()
  note(asha, 'Written on the train')
  await restore(march.id)
  asha.provider.connect()
  await until(() => readRestored(asha.doc) !== undefined, 'asha has what happened')
  for (const client of [fay, asha]) {
    await until(() => titles(client).length === 2, 'both have it')
    expect(titles(client)).toEqual(['First', 'Written on the train'])
  }
})

test('versions are there after a restart, and bring the board back then too', async () => {
  const fay = await on('fay')
  note(fay, 'First')
  await fay.saved()
  const march = await keep('March')
  note(fay, 'Later')
  await fay.saved()
  const { dir } = relay
  const { before } = await restore(march.id)
  await relay.dispose({ keep: true })
  await start({ dir })
  const again = await on('fay')
  expect(titles(again)).toEqual(['First'])
  await restore(before.id)
  await until(() => titles(again).join() === 'First,Later', 'it is as it was before')
})

test('the end of a stage and of the session keep a version named after it, once for each state of the board', async () => {
  const fay = await on('fay')
  const [one = '', two = ''] = addObjects(
    fay.doc,
    [
      { type: 'frame', at: [0, 0], fields: { title: 'Where are we now?' } },
      { type: 'frame', at: [900, 0], fields: { title: 'What next?' } },
    ],
    'test',
  )
  await fay.saved()
  await command(fay, { type: 'stage', frame: one })
  await command(fay, { type: 'stage', frame: two })
  expect(await kindsOnce(1)).toEqual(['stage Where are we now?'])
  await command(fay, { type: 'stage', frame: one })
  note(fay, 'More')
  await fay.saved()
  await command(fay, { type: 'end' })
  expect(await kindsOnce(2)).toEqual(['session', 'stage Where are we now?'])
})

test('when people saved as many as there may be, nothing is brought back without what is there being kept', async () => {
  const fay = await on('fay')
  note(fay, 'First')
  await fay.saved()
  const versions = []
  for (const name of ['one', 'two', 'three', 'four']) versions.push(await keep(name))
  expect(
    await relay.rooms.keepVersion(BOARD, { kind: 'saved', name: 'five', by: null }),
  ).toBeUndefined()
  note(fay, 'Later')
  await fay.saved()
  expect(await relay.rooms.restoreVersion(BOARD, versions[0]?.id ?? '', 'b1-fay')).toEqual({
    ok: false,
    error: 'full',
  })
  expect(titles(fay)).toEqual(['First', 'Later'])
})

test('a version holds no text that was deleted before it, and no gauge; the title comes back with the board', async () => {
  const fay = await on('fay')
  const text = new Y.Text('the canary sings')
  fay.doc.getMap('notes').set('x', text)
  text.delete(0, text.length)
  await fay.saved()
  await relay.rooms.edit(BOARD, (doc) => {
    const map = new Y.Map<unknown>([
      ['type', 'organisation'],
      ['pressureNote', 'canary'],
    ])
    rootsOf(doc).objects.set('o1', map)
  })
  const march = await keep('March')
  const state = await relay.rooms.versionState(BOARD, march.id)
  expect(Buffer.from(state ?? []).includes('canary')).toBe(false)
  await relay.rooms.edit(BOARD, (doc) => rootsOf(doc).board.set(boardKeys.title, 'Another'))
  expect((await restore(march.id)).title).toBe('Place board')
})
