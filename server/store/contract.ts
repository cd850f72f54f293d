import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Append, BoardRow, BoardStore, LinkRow, ParticipantRow } from './store.ts'

/** One place that stores can be opened on again and again. */
export interface StorePlace {
  open(): Promise<BoardStore>
  /** Everything stored, as raw bytes, after the store was closed. */
  bytes(): Promise<Buffer>
  dispose(): Promise<void>
}

const board = (id: string): BoardRow => ({
  id,
  title: 'Place board',
  epoch: 'e1',
  readOnly: false,
  createdAt: 1000,
  changedAt: 1000,
})
const link = (id: string, of: string): LinkRow => ({
  id,
  board: of,
  role: 'partner',
  secretHash: `hash-${id}`,
  expiresAt: null,
  revokedAt: null,
})
const participant = (id: string, of: string): ParticipantRow => ({
  id,
  board: of,
  link: 'l1',
  name: 'Asha Patel',
  role: 'partner',
  organisation: null,
  tokenHash: `token-${id}`,
  joinedAt: 2000,
  removedAt: null,
})
const append = (of: string, text: string, claims: Append['claims'] = []): Append => ({
  board: of,
  update: new TextEncoder().encode(text),
  claims,
})
const texts = (updates: Uint8Array[]): string[] => updates.map((u) => new TextDecoder().decode(u))

/** What every engine must keep to; run it from a test file of the engine's own. */
export function storeContract(makePlace: () => Promise<StorePlace>): void {
  describe('store contract', () => {
    let place: StorePlace
    let store: BoardStore
    const reopen = async (): Promise<void> => {
      await store.close()
      store = await place.open()
    }
    beforeEach(async () => {
      place = await makePlace()
      store = await place.open()
      await store.create(board('b1'), [link('l1', 'b1')], new Uint8Array([7, 7]))
    })
    afterEach(async () => {
      await store.close()
      await place.dispose()
    })

    test('[ST1] a board, its links and its first document survive a reopen', async () => {
      await reopen()
      expect(await store.board('b1')).toEqual(board('b1'))
      expect(await store.boards()).toEqual([board('b1')])
      expect(await store.links('b1')).toEqual([link('l1', 'b1')])
      expect(await store.load('b1')).toEqual({
        epoch: 'e1',
        snapshot: new Uint8Array([7, 7]),
        updates: [],
        seq: 0,
        claims: [],
      })
    })

    test('[ST2] creating is all or nothing', async () => {
      const twice = [link('l2', 'b2'), link('l2', 'b2')]
      await expect(store.create(board('b2'), twice, new Uint8Array())).rejects.toThrow()
      expect(await store.board('b2')).toBeUndefined()
      await expect(store.load('b2')).rejects.toMatchObject({ code: 'unknown-board' })
    })

    test('[ST3] appends survive a reopen in order, numbered from 1, and the first claim stands', async () => {
      const asha = { clientId: 4_294_967_295, participant: 'asha' }
      const all = await Promise.all([
        store.append([append('b1', 'one', [asha])]),
        store.append([
          append('b1', 'two', [{ ...asha, participant: 'eve' }]),
          append('b1', 'three'),
        ]),
      ])
      expect(all).toEqual([[1], [2, 3]])
      await reopen()
      const loaded = await store.load('b1')
      expect(texts(loaded.updates)).toEqual(['one', 'two', 'three'])
      expect(loaded.seq).toBe(3)
      expect(loaded.claims).toEqual([asha])
      expect((await store.board('b1'))?.changedAt).toBeGreaterThan(1000)
    })

    test('[ST4] an append for a removed board is dropped, and others of its batch stay', async () => {
      expect(await store.append([append('gone', 'x'), append('b1', 'y')])).toEqual([0, 1])
      expect(texts((await store.load('b1')).updates)).toEqual(['y'])
    })

    test('[ST5] compacting puts the snapshot in place of the log up to a number, and later ones stay', async () => {
      await store.append([append('b1', 'one'), append('b1', 'two'), append('b1', 'three')])
      await store.compact('b1', new Uint8Array([9]), 2)
      await store.compact('b1', new Uint8Array([8]), 1)
      await reopen()
      const loaded = await store.load('b1')
      expect(loaded.snapshot).toEqual(new Uint8Array([9]))
      expect(texts(loaded.updates)).toEqual(['three'])
      expect(await store.append([append('b1', 'four')])).toEqual([4])
    })

    test('[ST6] links are found by their secret’s hash on their own board alone, and can be revoked', async () => {
      await store.create(board('b2'), [], new Uint8Array([0]))
      await store.addLink(link('l3', 'b1'))
      expect(await store.linkBySecret('b1', 'hash-l3')).toEqual(link('l3', 'b1'))
      expect(await store.linkBySecret('b2', 'hash-l3')).toBeUndefined()
      await store.revokeLink('b1', 'l3', 5000)
      await store.revokeLink('b1', 'l3', 6000)
      expect((await store.linkBySecret('b1', 'hash-l3'))?.revokedAt).toBe(5000)
    })

    test('[ST7] participants are found by their token’s hash on their own board alone, and can be removed', async () => {
      await store.create(board('b2'), [], new Uint8Array([0]))
      await store.addParticipant(participant('p1', 'b1'))
      expect(await store.participantByToken('b1', 'token-p1')).toEqual(participant('p1', 'b1'))
      expect(await store.participantByToken('b2', 'token-p1')).toBeUndefined()
      await store.removeParticipant('b1', 'p1', 7000)
      expect(await store.participants('b1')).toEqual([
        { ...participant('p1', 'b1'), removedAt: 7000 },
      ])
    })

    test('[ST8] title and read-only change by themselves', async () => {
      await store.change('b1', { readOnly: true })
      await store.change('b1', { title: 'New title' })
      expect(await store.board('b1')).toMatchObject({ title: 'New title', readOnly: true })
      await expect(store.change('nope', { title: 'x' })).rejects.toMatchObject({
        code: 'unknown-board',
      })
    })

    test('[ST9] removing takes everything about the board', async () => {
      await store.addParticipant(participant('p1', 'b1'))
      await store.append([append('b1', 'one', [{ clientId: 1, participant: 'p1' }])])
      await store.remove('b1')
      expect(await store.board('b1')).toBeUndefined()
      expect(await store.links('b1')).toEqual([])
      expect(await store.participants('b1')).toEqual([])
      await store.create(board('b1'), [], new Uint8Array([1]))
      expect(await store.load('b1')).toMatchObject({ updates: [], seq: 0, claims: [] })
    })

    test('[ST10] what compaction or removal left out is in no file', async () => {
      await store.create(board('b2'), [], new TextEncoder().encode('canary-snapshot'))
      await store.append([append('b1', 'canary-update'.repeat(500)), append('b2', 'canary-other')])
      await store.compact('b1', new Uint8Array([1]), 1)
      await store.remove('b2')
      await store.close()
      const bytes = await place.bytes()
      store = await place.open()
      expect(bytes.includes('canary')).toBe(false)
    })

    test('[ST11] a store that can write answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined()
    })
  })
}
