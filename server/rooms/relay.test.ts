import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { messageType } from '../../shared/protocol/messages.ts'
import { awarenessFrame, syncFrame } from './frames.ts'
import {
  addBoard,
  addParticipant,
  startRelay,
  until,
  type Client,
  type Relay,
} from './test-relay.ts'

let relay: Relay
beforeEach(async () => {
  relay = await startRelay({ limits: { unloadAfter: 20 } })
  await addBoard(relay.store, 'b1')
  await addParticipant(relay.store, 'b1', 'asha')
  await addParticipant(relay.store, 'b1', 'ben')
  await addParticipant(relay.store, 'b1', 'olu', 'observer')
})
afterEach(() => relay.dispose())

const notes = ({ doc }: Pick<Client, 'doc'>): Y.Map<unknown> => doc.getMap('objects')
const noticesOf = ({ heard }: Client): string[] =>
  heard.results.flatMap((result) => ('notice' in result ? [result.notice] : []))

describe('editing together', () => {
  test('a stock y-websocket client and a rapport client edit one board', async () => {
    const asha = relay.client('b1', 'asha')
    const ben = relay.client('b1', 'ben', { dialect: 'y-websocket' })
    await Promise.all([asha.synced(), ben.synced()])
    expect(ben.doc.getMap('board').get('title')).toBe('Place board')
    const text = new Y.Text('Trust')
    notes(asha).set('n1', text)
    await until(() => notes(ben).has('n1'), 'ben has the note')
    ;(notes(ben).get('n1') as Y.Text).insert(5, ' grows')
    text.insert(0, 'Slowly: ')
    await until(
      () => [asha, ben].every((c) => String(notes(c).get('n1')) === 'Slowly: Trust grows'),
      'both have both edits',
    )
    await asha.saved()
  })

  test('a joiner has at `sync` what was saved before, and nothing of it twice', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    for (let i = 0; i < 50; i += 1) notes(asha).set(`n${i}`, i)
    await asha.saved()
    const ben = relay.client('b1', 'ben')
    await ben.synced()
    expect(notes(ben).size).toBe(50)
    expect(Y.encodeStateVector(ben.doc)).toEqual(Y.encodeStateVector(asha.doc))
  })

  test('megabytes of offline work come in whole, from a stock client too', async () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 300; i += 1) notes({ doc }).set(`n${i}`, `${i}`.repeat(3_000))
    for (let i = 0; i < 100; i += 1) notes({ doc }).delete(`n${i}`)
    expect(Y.encodeStateAsUpdate(doc).length).toBeGreaterThan(1_500_000)
    const ben = relay.client('b1', 'ben')
    await ben.synced()
    const asha = relay.client('b1', 'asha', { dialect: 'y-websocket', doc })
    await asha.synced()
    notes(asha).set('after', 1)
    notes(ben).set('meanwhile', 1)
    await until(() => notes(ben).has('after') && notes(asha).has('meanwhile'), 'both have all')
    expect(notes(ben).toJSON()).toEqual(notes(asha).toJSON())
    expect(notes(ben).size).toBe(202)
  })

  test('edits made offline by both merge when they come back', async () => {
    const asha = relay.client('b1', 'asha')
    const ben = relay.client('b1', 'ben')
    await Promise.all([asha.synced(), ben.synced()])
    asha.provider.disconnect()
    ben.provider.disconnect()
    notes(asha).set('a', 1)
    notes(ben).set('b', 2)
    asha.provider.connect()
    ben.provider.connect()
    await until(() => [asha, ben].every((c) => notes(c).size === 2), 'both have both notes')
    expect(notes(asha).toJSON()).toEqual({ a: 1, b: 2 })
  })

  test('the board unloads when everyone has left, with its log folded, and is whole when it comes back', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    const text = new Y.Text('canary-text')
    notes(asha).set('n1', text)
    text.delete(0, 11)
    text.insert(0, 'kept')
    await asha.saved()
    asha.provider.destroy()
    let updates = -1
    while (updates !== 0) updates = (await relay.store.load('b1')).updates.length
    const { snapshot } = await relay.store.load('b1')
    expect(Buffer.from(snapshot ?? []).includes('canary')).toBe(false)
    const ben = relay.client('b1', 'ben')
    await ben.synced()
    expect(String(notes(ben).get('n1'))).toBe('kept')
  })
})

describe('saved', () => {
  test('is told after a commit, and covers what was committed', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    notes(asha).set('n1', 1)
    await asha.saved()
    const covered = Y.decodeStateVector(asha.heard.saved.at(-1)?.stateVector ?? new Uint8Array([0]))
    expect(covered.get(asha.doc.clientID)).toBe(1)
    const stored = await relay.store.load('b1')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, stored.snapshot ?? new Uint8Array([0, 0]))
    for (const update of stored.updates) Y.applyUpdate(copy, update)
    expect(copy.getMap('objects').get('n1')).toBe(1)
  })

  test('covers an edit that only deletes', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    notes(asha).set('n1', 1)
    await asha.saved()
    notes(asha).delete('n1')
    await asha.saved()
    const ben = relay.client('b1', 'ben')
    await ben.synced()
    expect(notes(ben).has('n1')).toBe(false)
  })

  test('a reconnect with nothing new writes nothing', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    notes(asha).set('n1', 1)
    notes(asha).delete('n1')
    await asha.saved()
    const before = (await relay.store.load('b1')).seq
    const ben = relay.client('b1', 'ben')
    await ben.synced()
    asha.provider.disconnect()
    asha.provider.connect()
    await asha.synced()
    await asha.saved()
    expect((await relay.store.load('b1')).seq).toBe(before)
  })
})

describe('what is refused', () => {
  test('an observer’s edit is neither relayed nor stored, and they are told', async () => {
    const olu = relay.client('b1', 'olu')
    const asha = relay.client('b1', 'asha')
    await Promise.all([olu.synced(), asha.synced()])
    notes(olu).set('forbidden', 1)
    await until(() => noticesOf(olu).includes('read-only'), 'the notice')
    notes(asha).set('n1', 1)
    await until(() => notes(olu).has('n1'), 'the observer still follows')
    await asha.saved()
    expect(notes(asha).has('forbidden')).toBe(false)
    expect((await relay.store.load('b1')).seq).toBe(1)
  })

  test('nobody edits a read-only board, until it is opened again', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    await relay.store.change('b1', { readOnly: true })
    await relay.rooms.refresh('b1')
    await until(() => asha.heard.sessions.at(-1)?.readOnly === true, 'the session says so')
    notes(asha).set('n1', 1)
    await until(() => noticesOf(asha).includes('read-only'), 'the notice')
    await relay.store.change('b1', { readOnly: false })
    await relay.rooms.refresh('b1')
    await until(() => asha.heard.sessions.at(-1)?.readOnly === false, 'the session says so')
    notes(asha).set('n2', 2)
    const ben = relay.client('b1', 'ben')
    await ben.synced()
    await until(() => notes(ben).size === 2, 'both edits have arrived')
    expect(notes(ben).toJSON()).toEqual({ n1: 1, n2: 2 })
    expect(noticesOf(asha)).toEqual(['read-only'])
  })

  test('an update under somebody else’s client id is refused, and theirs goes on', async () => {
    const asha = relay.client('b1', 'asha')
    const ben = relay.client('b1', 'ben')
    await Promise.all([asha.synced(), ben.synced()])
    notes(asha).set('n1', 1)
    await until(() => notes(ben).has('n1'), 'ben has it')
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ben.doc))
    forged.clientID = asha.doc.clientID
    forged.getMap('objects').set('forged', 1)
    ben.provider.ws?.send(
      syncFrame(
        'update',
        Y.encodeStateAsUpdate(forged, Y.encodeStateVector(ben.doc)),
      ) as Uint8Array<ArrayBuffer>,
    )
    await until(() => noticesOf(ben).includes('refused'), 'the notice')
    notes(asha).set('n2', 2)
    await until(() => notes(ben).has('n2'), 'asha’s next edit reaches ben')
    expect(notes(asha).has('forged')).toBe(false)
  })

  test('the client id that someone shows presence under can’t be claimed by another first', async () => {
    const asha = relay.client('b1', 'asha')
    asha.provider.awareness.setLocalState({ cursor: [1, 2] })
    const ben = relay.client('b1', 'ben')
    await Promise.all([asha.synced(), ben.synced()])
    await until(() => ben.provider.awareness.states.has(asha.doc.clientID), 'ben sees asha')
    const forged = new Y.Doc()
    forged.clientID = asha.doc.clientID
    forged.getMap('objects').set('forged', 1)
    ben.provider.ws?.send(
      syncFrame('update', Y.encodeStateAsUpdate(forged)) as Uint8Array<ArrayBuffer>,
    )
    await until(() => noticesOf(ben).includes('refused'), 'the notice')
    notes(asha).set('n1', 1)
    await asha.saved()
    expect(noticesOf(asha)).toEqual([])
  })

  test('own edits in a step 2 are taken although it holds somebody else’s unknown ones', async () => {
    const stranger = new Y.Doc()
    stranger.getMap('objects').set('strange', 1)
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    notes(asha).set('n1', 1)
    await asha.saved()
    const ben = relay.client('b1', 'ben')
    await ben.synced()
    ben.provider.disconnect()
    // Asha edits elsewhere, and hands Ben the edit by other means than the relay.
    asha.provider.disconnect()
    notes(asha).set('n2', 2)
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(asha.doc))
    notes(ben).set('n3', 3)
    ben.provider.connect()
    await until(() => noticesOf(ben).includes('refused'), 'the notice')
    await ben.saved()
    const olu = relay.client('b1', 'olu')
    await olu.synced()
    expect(Object.keys(notes(olu).toJSON()).sort()).toEqual(['n1', 'n3'])
    asha.provider.connect()
    await until(() => notes(olu).size === 3, 'asha’s own arrives from asha')
  })

  test('malformed messages close their connection alone', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    const malformed = [
      new Uint8Array([]),
      new Uint8Array([77]),
      new Uint8Array([0, 0, 5, 1]),
      new Uint8Array([0, 9, 0]),
      new Uint8Array([0, 2, 3, 1, 1, 1]),
      new Uint8Array([1, 4, 1, 5, 1, 9]),
      new Uint8Array([102, 1, 65]),
      awarenessFrame([{ clientId: 5, clock: 1, state: '{"a":' }]),
    ]
    const codes = await Promise.all(
      malformed.map(async (frame) => {
        const { socket, closed } = await relay.raw('b1', 'ben')
        socket.send(frame)
        return closed
      }),
    )
    const text = await relay.raw('b1', 'ben')
    text.socket.send('hello')
    expect([...codes, await text.closed]).toEqual(Array.from({ length: 9 }, () => 4400))
    const large = await relay.raw('b1', 'ben')
    large.socket.send(new Uint8Array(1_500_000).fill(messageType.awareness))
    expect(await large.closed).toBe(4413)
    notes(asha).set('n1', 1)
    await asha.saved()
  })
})

describe('presence', () => {
  test('is stamped by the server, coalesced to the newest, and goes when its owner does', async () => {
    const asha = relay.client('b1', 'asha')
    const ben = relay.client('b1', 'ben', { dialect: 'y-websocket' })
    await Promise.all([asha.synced(), ben.synced()])
    const ofAsha = (): Record<string, unknown> | undefined =>
      ben.provider.awareness.states.get(asha.doc.clientID)
    asha.provider.awareness.setLocalState({
      participant: { id: 'x', name: 'The Mayor' },
      user: { name: 'The Mayor', role: 'facilitator', color: '#700' },
      organisation: 'The City',
      cursor: [1, 1],
    })
    for (let i = 0; i < 20; i += 1) asha.provider.awareness.setLocalStateField('cursor', [i, i])
    await until(() => JSON.stringify(ofAsha()?.['cursor']) === '[19,19]', 'the newest cursor')
    expect(ofAsha()?.['participant']).toEqual({
      id: 'b1-asha',
      name: 'asha',
      role: 'partner',
      organisation: 'org-asha',
    })
    expect(ofAsha()).toMatchObject({
      user: { name: 'asha', role: 'partner', color: '#700' },
      organisation: 'org-asha',
    })
    asha.provider.destroy()
    await until(() => ofAsha() === undefined, 'asha’s presence is gone')
  })

  test('of somebody else is ignored', async () => {
    const asha = relay.client('b1', 'asha')
    asha.provider.awareness.setLocalState({ cursor: [1, 1] })
    const olu = relay.client('b1', 'olu')
    await Promise.all([asha.synced(), olu.synced()])
    await until(() => olu.provider.awareness.states.has(asha.doc.clientID), 'olu sees asha')
    const ben = await relay.raw('b1', 'ben')
    ben.socket.send(
      awarenessFrame([{ clientId: asha.doc.clientID, clock: 99, state: '{"cursor":[6,6]}' }]),
    )
    ben.socket.send(awarenessFrame([{ clientId: 4, clock: 1, state: '{"cursor":[4,4]}' }]))
    await until(() => olu.provider.awareness.states.has(4), 'olu sees ben')
    expect(olu.provider.awareness.states.get(asha.doc.clientID)?.['cursor']).toEqual([1, 1])
  })
})

describe('the session', () => {
  test('tells who is here, as they come and go', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    const isOnline = (name: string): boolean | undefined =>
      asha.heard.sessions.at(-1)?.participants.find((p) => p.name === name)?.online
    await until(() => isOnline('asha') === true && isOnline('ben') === false, 'asha alone')
    const ben = relay.client('b1', 'ben')
    await until(() => isOnline('ben') === true, 'ben is here')
    ben.provider.destroy()
    await until(() => isOnline('ben') === false, 'ben has left')
    expect(asha.heard.sessions.at(-1)).toMatchObject({
      epoch: 'e1',
      readOnly: false,
      storage: 'ok',
    })
  })

  test('a removed participant and a revoked link are cut off, and can’t come back', async () => {
    const asha = relay.client('b1', 'asha')
    const olu = relay.client('b1', 'olu')
    const ben = relay.client('b1', 'ben')
    await Promise.all([asha.synced(), ben.synced(), olu.synced()])
    await relay.store.removeParticipant('b1', 'b1-ben', Date.now())
    await relay.rooms.refresh('b1')
    await until(() => noticesOf(ben).includes('removed') && !ben.provider.wsconnected, 'ben is out')
    await relay.store.revokeLink('b1', 'b1-observer', Date.now())
    relay.rooms.disconnect('b1', { link: 'b1-observer' }, 'unauthorised')
    await until(() => noticesOf(olu).includes('removed') && !olu.provider.wsconnected, 'olu is out')
    expect(await relay.upgradeStatus('/sync/b1', ['rapport', 'token.token-ben'])).toBe(401)
    expect(await relay.upgradeStatus('/sync/b1', ['rapport', 'token.token-olu'])).toBe(401)
    await until(
      () => asha.heard.sessions.at(-1)?.participants.length === 2,
      'the session forgot ben',
    )
    expect(asha.provider.wsconnected).toBe(true)
  })

  test('a deleted board closes everyone’s connection for good', async () => {
    const { closed } = await relay.raw('b1', 'asha')
    await relay.store.remove('b1')
    relay.rooms.disconnect('b1', 'all', 'gone')
    expect(await closed).toBe(4410)
    expect(await relay.upgradeStatus('/sync/b1', ['rapport', 'token.token-asha'])).toBe(401)
  })
})

describe('the server’s own edits', () => {
  test('are on disk when the call returns, and reach everyone', async () => {
    const asha = relay.client('b1', 'asha')
    await asha.synced()
    notes(asha).set('n1', 1)
    await asha.saved()
    await relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('org', 'Council'))
    await Promise.all([
      relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('org2', 'Trust')),
      relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('org3', 'Police')),
    ])
    expect((await relay.store.load('b1')).seq).toBe(4)
    await until(() => notes(asha).size === 4, 'asha has them')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, await relay.rooms.state('b1'))
    expect(copy.getMap('objects').size).toBe(4)
    await expect(
      relay.rooms.edit('b1', (doc) => {
        doc.getMap('objects').set('half', 1)
        throw new Error('half-way')
      }),
    ).rejects.toThrow('half-way')
    await relay.rooms.edit('b1', (doc) => doc.getMap('objects').set('after', 1))
    await until(() => notes(asha).has('after'), 'the next one works')
    expect(notes(asha).has('half')).toBe(false)
  })
})
