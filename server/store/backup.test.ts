import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { backup, mergeDocument } from './backup.ts'
import { restore } from './restore.ts'
import { freshSession, type SessionState } from '../../shared/session/state.ts'
import { openSqliteStore } from './sqlite.ts'
import type { BoardStore } from './store.ts'

let dir: string
let store: BoardStore
let file: string

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
  file = path.join(dir, 'all.backup')
  store = await openSqliteStore(path.join(dir, 'data'))
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const board = (id: string) => ({
  id,
  title: `Board ${id}`,
  epoch: `epoch of ${id}`,
  readOnly: id === 'b2',
  createdAt: 1_000,
  changedAt: 2_000,
})
const link = {
  id: 'l1',
  board: 'b1',
  role: 'partner' as const,
  secretHash: 'h1',
  expiresAt: 9e12,
  revokedAt: null,
}
const participant = {
  id: 'p1',
  board: 'b1',
  link: 'l1',
  name: 'Asha',
  role: 'partner' as const,
  organisation: 'o1',
  tokenHash: 't1',
  joinedAt: 1_500,
  removedAt: null,
  waiting: null,
}

/** Two boards; the first holds a snapshot, an update behind it, and a claim. */
async function fill(): Promise<void> {
  const doc = new Y.Doc()
  doc.getMap('board').set('title', 'first')
  await store.create(board('b1'), [link], Y.encodeStateAsUpdate(doc))
  await store.create(board('b2'), [], Y.encodeStateAsUpdate(new Y.Doc()))
  await store.addParticipant(participant)
  const before = Y.encodeStateVector(doc)
  doc.getMap('board').set('purpose', 'second')
  const update = Y.encodeStateAsUpdate(doc, before)
  const claims = [{ clientId: doc.clientID, participant: 'p1' }]
  await store.append([{ board: 'b1', epoch: 'epoch of b1', update, claims }])
}

const documentOf = async (id: string): Promise<unknown> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, mergeDocument(await store.load(id)))
  return doc.getMap('board').toJSON()
}

test('what was written comes back on an empty server, in a new epoch', async () => {
  await fill()
  const { claims } = await store.load('b1')
  expect(await backup(store, file, 0)).toBe(2)
  await store.close()
  await rm(path.join(dir, 'data'), { recursive: true })
  store = await openSqliteStore(path.join(dir, 'data'))

  const done = await restore(store, file, { replace: false })
  expect(done).toEqual({ ok: true, value: { restored: ['b1', 'b2'], kept: [] } })
  const restored = await store.board('b1')
  expect(restored).toMatchObject({ title: 'Board b1', createdAt: 1_000 })
  expect(restored?.epoch).not.toBe('epoch of b1')
  expect((await store.board('b2'))?.readOnly).toBe(true)
  expect(await store.links('b1')).toEqual([link])
  expect(await store.participants('b1')).toEqual([participant])
  expect((await store.load('b1')).claims).toEqual(claims)
  expect(await documentOf('b1')).toEqual({ title: 'first', purpose: 'second' })
})

test('a session comes back with its results and its round under way, open again and without a single answer', async () => {
  await fill()
  const spec = { kind: 'words', question: 'Why?', anonymous: true, minimum: 3 } as const
  const round = { spec, ties: [], openedAt: 1, recorded: false }
  const results = { kind: 'words', n: 3, scribed: 0, words: [{ text: 'hope', count: 3 }] } as const
  const state: SessionState = {
    ...freshSession(),
    stage: 'f1',
    stageSince: 5,
    spent: { f1: 60_000 },
    waitingRoom: true,
    code: { text: 'CDFG2345', role: 'partner', link: 'l1', until: 9e12 },
    rounds: [
      {
        ...round,
        id: 'r1',
        state: 'revealed',
        endedAt: 9,
        results: { ...results, words: [...results.words] },
      },
      { ...round, id: 'r2', state: 'closed', endedAt: null, results: null },
    ],
  }
  await store.saveSession('b1', 0, JSON.stringify(state))
  await store.setAnswer('b1', 1, { round: 'r2', author: 'p1', body: 'canary-answer' })
  await backup(store, file, 0)
  expect(gunzipSync(await readFile(file)).includes('canary')).toBe(false)
  await restore(store, file, { replace: true })
  const restored = await store.session('b1')
  expect(restored.answered).toEqual({})
  const back = JSON.parse(restored.state ?? '') as SessionState
  expect(back).toMatchObject({
    stage: 'f1',
    stageSince: null,
    spent: { f1: 60_000 },
    code: null,
    waitingRoom: true,
  })
  expect(back.rounds[0]).toEqual(state.rounds[0])
  expect(back.rounds[1]?.state).toBe('open')
  expect((await store.session('b2')).state).toBeNull()
})

test('boards that exist are left alone, unless they are to be replaced', async () => {
  await fill()
  await backup(store, file, 0)
  await store.change('b1', { title: 'Changed since' })
  await store.remove('b2')
  expect(await restore(store, file, { replace: false })).toEqual({
    ok: true,
    value: { restored: ['b2'], kept: ['b1'] },
  })
  expect((await store.board('b1'))?.title).toBe('Changed since')
  await restore(store, file, { replace: true })
  expect((await store.board('b1'))?.title).toBe('Board b1')
})

test('a backup holds no secrets, is for its owner alone, and leaves nothing unfinished behind', async () => {
  await fill()
  await backup(store, file, 0)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await readdir(dir)).sort()).toEqual(['all.backup', 'data'])
  const nowhere = path.join(dir, 'nowhere', 'all.backup')
  await expect(backup(store, nowhere, 0)).rejects.toThrow('ENOENT')
})

test('a file that is damaged, foreign or of a newer version changes nothing and says why', async () => {
  await fill()
  await backup(store, file, 0)
  const whole = await readFile(file)
  const lines = gunzipSync(whole).toString().trim().split('\n')
  await store.remove('b1')
  await store.remove('b2')
  const bad = {
    cut: [whole.subarray(0, whole.length / 2), 'damaged'],
    plain: [Buffer.from('hello'), 'damaged'],
    empty: [gzipSync(''), 'empty'],
    foreign: [gzipSync('{"a":1}\n'), 'no Rapport backup'],
    newer: [gzipSync(lines[0]!.replace('"version":2', '"version":3')), 'newer version'],
    broken: [gzipSync([lines[0], lines[1], '{"board":{}}'].join('\n')), 'line 3'],
  } as const
  for (const [name, [bytes, words]] of Object.entries(bad)) {
    const one = path.join(dir, name)
    await writeFile(one, bytes)
    const done = await restore(store, one, { replace: true })
    expect(done.ok ? '' : done.error).toContain(words)
    expect(await store.boards()).toEqual([])
  }
  const missing = await restore(store, path.join(dir, 'missing'), { replace: false })
  expect(missing.ok ? '' : missing.error).toContain('There is no file')
})

const image = {
  id: 'i1',
  type: 'image/png' as const,
  width: 3,
  height: 2,
  // Longer than the pieces in which a file is read.
  bytes: new Uint8Array(60_000).map((_, i) => (i * 7919) % 251),
}

test('images come back with their boards, and not to boards that are left alone', async () => {
  await fill()
  await store.addImage('b1', image, 1, 1e9)
  await store.addImage('b2', image, 1, 1e9)
  await backup(store, file, 0)
  await store.remove('b2')
  await store.markImages('b1', ['i1'], 1)
  await store.dropImages('b1', ['i1'], 2)
  expect(await restore(store, file, { replace: false })).toMatchObject({ ok: true })
  expect(await store.images('b1')).toEqual([])
  expect(await store.image('b2', 'i1')).toEqual(image)
})

test('versions come back with their boards, in their order', async () => {
  await fill()
  const version = (id: string, kind: 'saved' | 'stage') => ({
    id,
    board: 'b1',
    kind,
    name: `The ${id}`,
    at: 3_000,
    by: kind === 'saved' ? 'p1' : null,
  })
  const [one, two] = [version('v1', 'saved'), version('v2', 'stage')]
  await store.addVersion(one, new Uint8Array([1, 2]), 9)
  await store.addVersion(two, new Uint8Array([3]), 9)
  await backup(store, file, 0)
  await store.remove('b1')
  expect(await restore(store, file, { replace: false })).toMatchObject({ ok: true })
  expect(await store.versions('b1')).toEqual([two, one])
  expect(await store.versionContent('b1', 'v1')).toEqual(new Uint8Array([1, 2]))
})

test('a backup from before there were images is read as well', async () => {
  await fill()
  await backup(store, file, 0)
  const old = gunzipSync(await readFile(file))
    .toString()
    .replace('"version":2', '"version":1')
  await writeFile(file, gzipSync(old))
  await store.remove('b1')
  expect(await restore(store, file, { replace: false })).toMatchObject({
    value: { restored: ['b1'] },
  })
})
