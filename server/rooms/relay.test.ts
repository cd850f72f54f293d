import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { useBoard } from './test-board.ts'
import { objectsOf, until } from './test-relay.ts'

const board = useBoard(
  { asha: 'partner', ben: 'partner', olu: 'observer' },
  { limits: { unloadAfter: 20 } },
)

describe('editing together', () => {
  test('a stock y-websocket client and a rapport client edit one board', async () => {
    const asha = board.relay.client('b1', 'asha')
    const ben = board.relay.client('b1', 'ben', { dialect: 'y-websocket' })
    await Promise.all([asha.synced(), ben.synced()])
    expect(ben.doc.getMap('board').get('title')).toBe('Place board')
    const text = new Y.Text('Trust')
    objectsOf(asha).set('n1', text)
    await until(() => objectsOf(ben).has('n1'), 'ben has the note')
    ;(objectsOf(ben).get('n1') as Y.Text).insert(5, ' grows')
    text.insert(0, 'Slowly: ')
    await until(
      () => [asha, ben].every((c) => String(objectsOf(c).get('n1')) === 'Slowly: Trust grows'),
      'both have both edits',
    )
    await asha.saved()
  })

  test('a joiner has at `sync` what was saved before, and nothing of it twice', async () => {
    const asha = board.relay.client('b1', 'asha')
    await asha.synced()
    for (let i = 0; i < 50; i += 1) objectsOf(asha).set(`n${i}`, i)
    await asha.saved()
    const ben = board.relay.client('b1', 'ben')
    await ben.synced()
    expect(objectsOf(ben).size).toBe(50)
    expect(Y.encodeStateVector(ben.doc)).toEqual(Y.encodeStateVector(asha.doc))
  })

  test('megabytes of offline work come in whole, from a stock client too', async () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 300; i += 1) objectsOf({ doc }).set(`n${i}`, `${i}`.repeat(3_000))
    for (let i = 0; i < 100; i += 1) objectsOf({ doc }).delete(`n${i}`)
    expect(Y.encodeStateAsUpdate(doc).length).toBeGreaterThan(1_500_000)
    const ben = board.relay.client('b1', 'ben')
    await ben.synced()
    const asha = board.relay.client('b1', 'asha', { dialect: 'y-websocket', doc })
    await asha.synced()
    objectsOf(asha).set('after', 1)
    objectsOf(ben).set('meanwhile', 1)
    await until(
      () => objectsOf(ben).has('after') && objectsOf(asha).has('meanwhile'),
      'both have all',
    )
    expect(objectsOf(ben).toJSON()).toEqual(objectsOf(asha).toJSON())
    expect(objectsOf(ben).size).toBe(202)
  })

  test('edits made offline by both merge when they come back', async () => {
    const asha = board.relay.client('b1', 'asha')
    const ben = board.relay.client('b1', 'ben')
    await Promise.all([asha.synced(), ben.synced()])
    asha.provider.disconnect()
    ben.provider.disconnect()
    objectsOf(asha).set('a', 1)
    objectsOf(ben).set('b', 2)
    asha.provider.connect()
    ben.provider.connect()
    await until(() => [asha, ben].every((c) => objectsOf(c).size === 2), 'both have both notes')
    expect(objectsOf(asha).toJSON()).toEqual({ a: 1, b: 2 })
  })

  test('the board unloads when everyone has left, with its log folded, and is whole when it comes back', async () => {
    const asha = board.relay.client('b1', 'asha')
    await asha.synced()
    const text = new Y.Text('canary-text')
    objectsOf(asha).set('n1', text)
    text.delete(0, 11)
    text.insert(0, 'kept')
    await asha.saved()
    asha.provider.destroy()
    let updates = -1
    while (updates !== 0) updates = (await board.relay.store.load('b1')).updates.length
    const { snapshot } = await board.relay.store.load('b1')
    expect(Buffer.from(snapshot ?? []).includes('canary')).toBe(false)
    const ben = board.relay.client('b1', 'ben')
    await ben.synced()
    expect(String(objectsOf(ben).get('n1'))).toBe('kept')
  })
})

describe('saved', () => {
  test('is told after a commit, and covers what was committed', async () => {
    const asha = board.relay.client('b1', 'asha')
    await asha.synced()
    objectsOf(asha).set('n1', 1)
    await asha.saved()
    const covered = Y.decodeStateVector(asha.heard.saved.at(-1)?.stateVector ?? new Uint8Array([0]))
    expect(covered.get(asha.doc.clientID)).toBe(1)
    const stored = await board.relay.store.load('b1')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, stored.snapshot ?? new Uint8Array([0, 0]))
    for (const update of stored.updates) Y.applyUpdate(copy, update)
    expect(copy.getMap('objects').get('n1')).toBe(1)
  })

  test('covers an edit that only deletes', async () => {
    const asha = board.relay.client('b1', 'asha')
    await asha.synced()
    objectsOf(asha).set('n1', 1)
    await asha.saved()
    objectsOf(asha).delete('n1')
    await asha.saved()
    const ben = board.relay.client('b1', 'ben')
    await ben.synced()
    expect(objectsOf(ben).has('n1')).toBe(false)
  })

  test('a reconnect with nothing new writes nothing', async () => {
    const asha = board.relay.client('b1', 'asha')
    await asha.synced()
    objectsOf(asha).set('n1', 1)
    objectsOf(asha).delete('n1')
    await asha.saved()
    const before = (await board.relay.store.load('b1')).seq
    const ben = board.relay.client('b1', 'ben')
    await ben.synced()
    asha.provider.disconnect()
    asha.provider.connect()
    await asha.synced()
    await asha.saved()
    expect((await board.relay.store.load('b1')).seq).toBe(before)
  })
})

describe('the server’s own edits', () => {
  test('are on disk when the call returns, and reach everyone', async () => {
    const asha = board.relay.client('b1', 'asha')
    await asha.synced()
    objectsOf(asha).set('n1', 1)
    await asha.saved()
    await board.relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('org', 'Council'))
    await Promise.all([
      board.relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('org2', 'Trust')),
      board.relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('org3', 'Police')),
    ])
    expect((await board.relay.store.load('b1')).seq).toBe(4)
    await until(() => objectsOf(asha).size === 4, 'asha has them')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, await board.relay.rooms.state('b1'))
    expect(copy.getMap('objects').size).toBe(4)
    await expect(
      board.relay.rooms.edit('b1', (doc) => {
        doc.getMap('objects').set('half', 1)
        throw new Error('half-way')
      }),
    ).rejects.toThrow('half-way')
    await board.relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('after', 1))
    await until(() => objectsOf(asha).has('after'), 'the next one works')
    expect(objectsOf(asha).has('half')).toBe(false)
  })
})
