import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { append, board, link, participant } from './contract-samples.ts'
import { imageContract } from './contract-images.ts'
import { logContract } from './contract-log.ts'
import { sessionContract } from './contract-session.ts'
import { versionContract } from './contract-versions.ts'
import type { BoardStore } from './store.ts'

/** One place that stores can be opened on again and again, and several at a time. */
export interface StorePlace {
  open(): Promise<BoardStore>
  /** Everything stored, as raw bytes, after the stores were closed. */
  bytes(): Promise<Buffer>
  dispose(): Promise<void>
}

/** What every engine must keep to; run it from a test file of the engine's own. */
export function storeContract(makePlace: () => Promise<StorePlace>): void {
  describe('store contract', () => {
    let place: StorePlace
    let store: BoardStore
    const reopen = async (look?: () => Promise<void>): Promise<void> => {
      await store.close()
      await look?.()
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

    test('[ST44] an erased participant is removed, and their name is in no file', async () => {
      const canary = {
        ...participant('p1', 'b1'),
        name: 'Gone-canary Jones',
        waiting: '{"name":"Gone-canary Ltd"}',
      }
      await store.addParticipant(canary)
      await store.addParticipant(participant('p2', 'b1'))
      expect(await store.eraseParticipant('b1', 'p3', 6000)).toBe(false)
      expect(await store.eraseParticipant('b1', 'p1', 6000)).toBe(true)
      expect(await store.eraseParticipant('b1', 'p1', 7000)).toBe(true)
      expect(await store.participants('b1')).toEqual([
        { ...canary, name: '', waiting: null, removedAt: 6000 },
        participant('p2', 'b1'),
      ])
      await reopen(async () => {
        expect((await place.bytes()).includes('Gone-canary')).toBe(false)
      })
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

    test('[ST11] a store that can write answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined()
    })

    test('[ST15] the revision tells that the row, a link or a participant has changed, and edits leave it', async () => {
      const revisions = new Set<number>()
      const look = async (): Promise<void> => {
        revisions.add((await store.updatesAfter('b1', 0)).revision)
      }
      await look()
      await store.append([append('b1', 'one')])
      await store.compact('b1', { epoch: 'e1', snapshot: new Uint8Array([9]), upTo: 1 })
      await look()
      expect(revisions.size).toBe(1)
      for (const change of [
        () => store.change('b1', { readOnly: true }),
        () => store.addLink(link('l2', 'b1')),
        () => store.revokeLink('b1', 'l2', 5000),
        () => store.addParticipant(participant('p1', 'b1')),
        () => store.removeParticipant('b1', 'p1', 6000),
        () => store.eraseParticipant('b1', 'p1', 7000),
      ]) {
        await change()
        await look()
      }
      expect(revisions.size).toBe(7)
    })

    test('[ST17] a lease is one owner’s at a time, until it is given back or runs out', async () => {
      const other = await place.open()
      expect(await store.lease('k', 'a', 60_000)).toBe(true)
      expect(await other.lease('k', 'b', 60_000)).toBe(false)
      await other.release('k', 'b')
      expect(await store.lease('k', 'a', 60_000)).toBe(true)
      await store.release('k', 'a')
      expect(await other.lease('k', 'b', 0)).toBe(true)
      expect(await store.lease('k', 'a', 60_000)).toBe(true)
      await other.close()
    })

    logContract({ place: () => place, store: () => store, reopen })
    sessionContract({ place: () => place, store: () => store, reopen })
    imageContract({ place: () => place, store: () => store, reopen })
    versionContract({ place: () => place, store: () => store, reopen })
  })
}
