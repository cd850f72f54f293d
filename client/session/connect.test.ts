import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  addBoard,
  addParticipant,
  startRelay,
  until,
  type Relay,
} from '../../server/rooms/test-relay.ts'
import type { BoardStore } from '../../server/store/store.ts'
import { messageType } from '../../shared/protocol/messages.ts'
import type { Session } from '../../shared/protocol/session.ts'
import { connect, type Connection } from './connect.ts'
import { SavedChanges } from './saved.ts'
import type { Ended } from './status.ts'

const BOARD = 'board'

interface Window {
  doc: Y.Doc
  awareness: Awareness
  saved: SavedChanges
  links: string[]
  sessions: Session[]
  notices: string[]
  ended: Ended[]
  refused: number
  connection: Connection
}

describe('a connection to the relay', () => {
  let relay: Relay
  let failing = false
  const windows: Window[] = []
  /** the numbers of all messages that came in, and how many bytes they had */
  const received: number[] = []
  let bytes = 0

  beforeEach(async () => {
    failing = false
    const wrap = (store: BoardStore): BoardStore =>
      Object.assign(Object.create(store) as BoardStore, {
        append: (batch: Parameters<BoardStore['append']>[0]) =>
          failing ? Promise.reject(new Error('disk full')) : store.append(batch),
      })
    relay = await startRelay({ wrap })
    await addBoard(relay.store, BOARD)
    await addParticipant(relay.store, BOARD, 'ann')
    await addParticipant(relay.store, BOARD, 'bob')
    await addParticipant(relay.store, BOARD, 'olu', 'observer')
  })

  afterEach(async () => {
    for (const { connection, saved } of windows.splice(0)) {
      connection.close()
      saved.destroy()
    }
    await relay.dispose()
  })

  function open(
    name: string,
    { doc = new Y.Doc(), epoch = 'e1', port = relay.port, unsaved = 0, patience = 30_000 } = {},
  ): Window {
    const remote: { is(origin: unknown): boolean } = { is: () => false }
    const saved = new SavedChanges(doc, (origin) => !remote.is(origin))
    if (unsaved > 0) saved.restore(unsaved)
    const made: Omit<Window, 'connection'> = {
      doc,
      awareness: new Awareness(doc),
      saved,
      links: [],
      sessions: [],
      notices: [],
      ended: [],
      refused: 0,
    }
    const connection = connect({
      url: `ws://127.0.0.1:${port}/sync`,
      board: BOARD,
      epoch,
      token: `token-${name}`,
      doc,
      awareness: made.awareness,
      patience,
      saved,
      onLink: (link) => made.links.push(link),
      onSession: (session) => made.sessions.push(session),
      onResult: (result) => {
        if ('notice' in result) made.notices.push(result.notice)
      },
      onEnd: (ended) => made.ended.push(ended),
      onRefused: () => {
        made.refused += 1
      },
      WebSocketClass: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols)
          this.on('message', (data: ArrayBuffer) => {
            received.push(new Uint8Array(data)[0] ?? -1)
            bytes += data.byteLength
          })
        }
      } as unknown as typeof globalThis.WebSocket,
    })
    remote.is = connection.isRemote
    const window = Object.assign(made, { connection })
    windows.push(window)
    return window
  }

  const isOpen = (window: Window): Promise<void> =>
    until(() => window.links.at(-1) === 'open', 'the link is open')
  const isSaved = (window: Window): Promise<void> =>
    until(() => window.saved.count === 0, 'everything is saved')

  async function stored(): Promise<Record<string, unknown>> {
    const doc = new Y.Doc()
    const { snapshot, updates } = await relay.store.load(BOARD)
    for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
    return doc.getMap('objects').toJSON()
  }

  test('counts a change until the disk has it, a deletion too', async () => {
    const ann = open('ann')
    await isOpen(ann)
    const objects = ann.doc.getMap('objects')
    objects.set('a', 1)
    objects.set('b', 2)
    expect(ann.saved.count).toBe(2)
    await isSaved(ann)
    expect(await stored()).toEqual({ a: 1, b: 2 })
    objects.delete('a')
    expect(ann.saved.count).toBe(1)
    await isSaved(ann)
    expect(await stored()).toEqual({ b: 2 })
  })

  test('takes packed presence and edits apart', async () => {
    const [ann, bob] = [open('ann'), open('bob')]
    await isOpen(ann)
    await isOpen(bob)
    const selection = Array.from({ length: 200 }, (_, index) => `object-${index}`)
    ann.awareness.setLocalState({ selection })
    ann.doc.getMap('objects').set('a', 1)
    const ofAnn = (): Record<string, unknown> | undefined =>
      bob.awareness.getStates().get(ann.doc.clientID)
    await until(() => ofAnn()?.['selection'] !== undefined, 'bob sees the selection')
    await until(() => bob.doc.getMap('objects').get('a') === 1, 'bob sees the change')
    expect(ofAnn()).toMatchObject({ selection, participant: { name: 'ann' } })
    expect(received).toContain(messageType.pack)
    expect([...ann.ended, ...bob.ended]).toEqual([])
  })

  test('is given a large board packed, whether it has nothing of it or lacks much, with what is done meanwhile', async () => {
    const ann = open('ann')
    await isOpen(ann)
    const objects = ann.doc.getMap('objects')
    const write = (prefix: string): void =>
      ann.doc.transact(() => {
        for (let i = 0; i < 400; i++) objects.set(`${prefix}-${i}`, { type: 'note', at: [i, -i] })
      })
    write('first')
    await isSaved(ann)
    const first = Y.encodeStateAsUpdate(ann.doc)
    write('second')
    await isSaved(ann)
    const whole = Y.encodeStateAsUpdate(ann.doc).length
    const half = new Y.Doc()
    Y.applyUpdate(half, first)
    for (const doc of [new Y.Doc(), half]) {
      bytes = 0
      const bob = open('bob', { doc })
      objects.set('meanwhile', doc.clientID)
      await isOpen(bob)
      await until(
        () => doc.getMap('objects').get('meanwhile') === doc.clientID,
        'bob has what was done meanwhile',
      )
      await isSaved(ann)
      expect(doc.getMap('objects').toJSON()).toEqual(objects.toJSON())
      expect(bytes).toBeLessThan(whole / 2)
      expect(bob.ended).toEqual([])
      bob.connection.close()
    }
  })

  test('does not count what others did', async () => {
    const [ann, bob] = [open('ann'), open('bob')]
    await isOpen(ann)
    await isOpen(bob)
    const counts: number[] = []
    bob.saved.subscribe(() => counts.push(bob.saved.count))
    ann.doc.getMap('objects').set('a', 1)
    await until(() => bob.doc.getMap('objects').get('a') === 1, 'bob sees the change')
    expect(counts).toEqual([])
  })

  test('says nothing is saved while the disk fails, and all of it once it works again', async () => {
    const ann = open('ann')
    await isOpen(ann)
    failing = true
    ann.doc.getMap('objects').set('a', 1)
    await until(() => ann.sessions.at(-1)?.storage === 'failing', 'the session tells of the disk')
    expect(ann.saved.count).toBe(1)
    failing = false
    await isSaved(ann)
    expect(await stored()).toEqual({ a: 1 })
  })

  test('releases offline changes when the step 2 that carried them is on disk', async () => {
    const doc = new Y.Doc()
    const before = new SavedChanges(doc, () => true)
    doc.getMap('objects').set('a', 1)
    doc.getMap('objects').set('b', 2)
    expect(before.count).toBe(2)
    const ann = open('ann', { doc, unsaved: before.count })
    before.destroy()
    expect(ann.saved.count).toBe(2)
    await isSaved(ann)
    expect(await stored()).toEqual({ a: 1, b: 2 })
  })

  test('notices content that only this browser has, even when nobody counted it', async () => {
    const doc = new Y.Doc()
    doc.getMap('objects').set('forgotten', 1)
    const ann = open('ann', { doc })
    const counts: number[] = []
    ann.saved.subscribe(() => counts.push(ann.saved.count))
    await until(() => counts.length >= 2, 'it was counted and saved')
    expect(counts).toEqual([1, 0])
    expect(await stored()).toEqual({ forgotten: 1 })
  })

  test('keeps a change that went into a dying socket until a new one carries it', async () => {
    const ann = open('ann')
    await isOpen(ann)
    failing = true
    ann.doc.getMap('objects').set('a', 1)
    ann.connection.retry()
    expect(ann.saved.count).toBe(1)
    failing = false
    await isSaved(ann)
    expect(await stored()).toEqual({ a: 1 })
  })

  test('sends long offline work in pieces that the server takes', async () => {
    const doc = new Y.Doc()
    const objects = doc.getMap('objects')
    for (let i = 0; i < 60; i += 1) objects.set(`n${i}`, 'x'.repeat(40_000))
    const ann = open('ann', { doc, unsaved: 60 })
    await isSaved(ann)
    expect(Object.keys(await stored())).toHaveLength(60)
    expect(ann.ended).toEqual([])
  }, 30_000)

  test('shows its presence to others again as soon as it is back', async () => {
    const [ann, bob] = [open('ann'), open('bob')]
    await isOpen(ann)
    await isOpen(bob)
    ann.awareness.setLocalState({ cursor: [1, 1] })
    const seen = (): boolean => bob.awareness.states.has(ann.doc.clientID)
    await until(seen, 'bob sees ann')
    const changes: boolean[] = []
    bob.awareness.on('change', () => changes.push(seen()))
    ann.connection.retry()
    await until(() => changes.includes(false) && seen(), 'ann has left and is back')
    // A stock client's presence comes back by itself after 15 s.
    expect(ann.awareness.meta.get(ann.doc.clientID)?.clock).toBeLessThan(4)
  }, 14_000)

  /** Ann's copy as after a crash: bob saw her edit, the server lost it, and he goes on from there. */
  async function built(): Promise<{ ann: Y.Doc; bob: Y.Doc }> {
    const first = open('ann')
    await isOpen(first)
    first.doc.getMap('objects').set('a', 1)
    await isSaved(first)
    first.connection.close()
    const ann = new Y.Doc()
    Y.applyUpdate(ann, Y.encodeStateAsUpdate(first.doc))
    ann.clientID = first.doc.clientID
    ann.getMap('objects').set('text', new Y.Text('lost'))
    const bob = new Y.Doc()
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(ann))
    ;(bob.getMap('objects').get('text') as Y.Text).insert(4, ' and built upon')
    return { ann, bob }
  }

  test('[SV4] a window whose changes build on what the server has lost is told so after a while', async () => {
    const { bob } = await built()
    const window = open('bob', { doc: bob, unsaved: 1, patience: 100 })
    await until(() => window.ended.length > 0, 'bob is told')
    expect(window.ended).toEqual(['out-of-step'])
    expect(window.saved.count).toBe(1)
  }, 15_000)

  test('[SV4] it gets into step by itself when the author brings what was lost', async () => {
    const { ann, bob } = await built()
    const window = open('bob', { doc: bob, unsaved: 1 })
    const seen = new Y.Doc()
    Y.applyUpdate(seen, Y.encodeStateAsUpdate(ann))
    const observer = open('olu', { doc: seen })
    await until(() => window.notices.includes('refused'), 'bob’s changes are refused')
    await until(() => observer.notices.includes('refused'), 'what olu saw is not taken')
    open('ann', { doc: ann, unsaved: 1 })
    await Promise.all([isSaved(window), isSaved(observer)])
    expect(await stored()).toEqual({ a: 1, text: 'lost and built upon' })
    expect(window.ended).toEqual([])
  }, 20_000)

  test('never sends a copy of another epoch', async () => {
    const doc = new Y.Doc()
    doc.getMap('objects').set('erased', 'must not come back')
    const ann = open('ann', { doc, epoch: 'before the restore' })
    await until(() => ann.ended.length > 0, 'the connection ends')
    expect(ann.ended).toEqual(['restored'])
    expect(await stored()).toEqual({})
    expect(ann.links).not.toContain('open')
  })

  test('ends when the participant is cut off, and does not come back', async () => {
    const ann = open('ann')
    await isOpen(ann)
    relay.rooms.disconnect(BOARD, { participant: `${BOARD}-ann` }, 'unauthorised')
    await until(() => ann.ended.includes('not-authorised'), 'the socket is closed for good')
    expect(ann.ended[0]).toBe('removed')
    expect(ann.links.at(-1)).toBe('lost')
  })

  test('tells of a refused socket, so that somebody can ask why', async () => {
    const nobody = open('nobody')
    await until(() => nobody.refused > 0, 'the refusal is told')
    expect(nobody.links).not.toContain('open')
  })
})
