import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { imageContract } from './contract-images.ts'
import { sessionContract } from './contract-session.ts'
import { versionContract } from './contract-versions.ts'
import type { Append, BoardRow, BoardStore, LinkRow, ParticipantRow } from './store.ts'

/** One place that stores can be opened on again and again, and several at a time. */
export interface StorePlace {
  open(): Promise<BoardStore>
  /** Everything stored, as raw bytes, after the stores were closed. */
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
  waiting: null,
})
const append = (of: string, text: string, claims: Append['claims'] = []): Append => ({
  board: of,
  update: new TextEncoder().encode(text),
  claims,
})
const asha = { clientId: 4_294_967_295, participant: 'asha' }
const ben = { clientId: 7, participant: 'ben' }
const texts = (updates: Uint8Array[]): string[] => updates.map((u) => new TextDecoder().decode(u))

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

    test('[ST3] appends survive a reopen in order, numbered from 1, with their claims', async () => {
      const all = await Promise.all([
        store.append([append('b1', 'one', [asha])]),
        store.append([append('b1', 'two', [asha]), append('b1', 'three')]),
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

    test('[ST45] boards whose log holds updates are found piece by piece, and no others', async () => {
      for (const id of ['b2', 'b3', 'b4', 'b5']) {
        await store.create(board(id), [], new Uint8Array([0]))
      }
      for (const of of ['b1', 'b3', 'b4', 'b5', 'b3']) await store.append([append(of, 'x')])
      await store.compact('b4', new Uint8Array([9]), 1)
      const first = await store.logged(0, 2)
      expect(first.map(({ id }) => id)).toEqual(['b1', 'b3'])
      const behind = await store.logged(first[1]?.place ?? 0, 2)
      expect(behind.map(({ id }) => id)).toEqual(['b5'])
      expect(await store.logged(behind[0]?.place ?? 0, 2)).toEqual([])
      await store.remove('b1')
      expect((await store.logged(0, 9)).map(({ id }) => id)).toEqual(['b3', 'b5'])
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

    test('[ST12] a client id stays its first owner’s, and only the call that says otherwise is rejected', async () => {
      await store.append([append('b1', 'one', [asha])])
      const done = await Promise.allSettled([
        store.append([append('b1', 'two')]),
        store.append([
          append('b1', 'stolen'),
          append('b1', 'too', [{ ...asha, participant: 'eve' }]),
        ]),
        store.append([append('b1', 'at once', [ben, { ...ben, participant: 'eve' }])]),
        store.append([append('b1', 'three', [ben])]),
      ])
      expect(done.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'fulfilled',
      ])
      expect(done[1]).toMatchObject({ reason: { code: 'claimed' } })
      expect(done[2]).toMatchObject({ reason: { code: 'claimed' } })
      const loaded = await store.load('b1')
      expect(texts(loaded.updates)).toEqual(['one', 'two', 'three'])
      expect(loaded.claims).toEqual([asha, ben])
    })

    test('[ST13] what came after a number can be read, with the claims made in it', async () => {
      await store.append([append('b1', 'one', [asha]), append('b1', 'two'), append('b1', 'three')])
      await store.append([append('b1', 'four', [ben])])
      const news = await store.updatesAfter('b1', 1)
      expect(news).toMatchObject({ epoch: 'e1', seq: 4 })
      expect(news.updates.map(({ seq }) => seq)).toEqual([2, 3, 4])
      expect(texts(news.updates.map(({ update }) => update))).toEqual(['two', 'three', 'four'])
      expect(news.updates.map(({ claims }) => claims)).toEqual([[], [], [ben]])
      expect((await store.updatesAfter('b1', 4)).updates).toEqual([])
      await expect(store.updatesAfter('nope', 0)).rejects.toMatchObject({ code: 'unknown-board' })
    })

    test('[ST14] where the log was compacted meanwhile, the news begin with the snapshot', async () => {
      await store.append([append('b1', 'one', [asha]), append('b1', 'two', [ben])])
      await store.append([append('b1', 'three')])
      await store.compact('b1', new Uint8Array([9]), 2)
      const { updates } = await store.updatesAfter('b1', 1)
      expect(updates).toEqual([
        { seq: 2, update: new Uint8Array([9]), claims: [ben] },
        { seq: 3, update: new TextEncoder().encode('three'), claims: [] },
      ])
      expect((await store.updatesAfter('b1', 2)).updates.map(({ seq }) => seq)).toEqual([3])
    })

    test('[ST15] the revision tells that the row, a link or a participant has changed, and edits leave it', async () => {
      const revisions = new Set<number>()
      const look = async (): Promise<void> => {
        revisions.add((await store.updatesAfter('b1', 0)).revision)
      }
      await look()
      await store.append([append('b1', 'one')])
      await store.compact('b1', new Uint8Array([9]), 1)
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

    test('[ST16] two processes append to the same boards at once: no number is missing, double, or seen before those below it', async () => {
      await store.create(board('b2'), [], new Uint8Array([0]))
      const other = await place.open()
      const count = 60
      const seen: number[] = []
      const watch = async (): Promise<void> => {
        const last = (): number => seen.at(-1) ?? 0
        while (last() < 2 * count) {
          const { updates } = await other.updatesAfter('b1', last())
          seen.push(...updates.map(({ seq }) => seq))
        }
      }
      const write = async (to: BoardStore, boards: string[], name: string): Promise<number[][]> => {
        const all: Promise<number[]>[] = []
        for (let index = 0; index < count; index += 1) {
          all.push(to.append(boards.map((of) => append(of, `${name}${index}`))))
          if (index % 5 === 0) await all.at(-1)
        }
        return Promise.all(all)
      }
      const watching = watch()
      const written = await Promise.all([
        write(store, ['b1', 'b2'], 'a'),
        write(other, ['b2', 'b1'], 'b'),
      ])
      await watching
      await other.close()
      const wanted = Array.from({ length: 2 * count }, (_, index) => index + 1)
      expect(seen).toEqual(wanted)
      const [mine, others] = written
      const onB1 = [...mine.map((numbers) => numbers[0]), ...others.map((numbers) => numbers[1])]
      expect(onB1.sort((a = 0, b = 0) => a - b)).toEqual(wanted)
      const { updates } = await store.load('b1')
      for (const name of ['a', 'b']) {
        const own = texts(updates).filter((text) => text.startsWith(name))
        expect(own).toEqual(Array.from({ length: count }, (_, index) => `${name}${index}`))
      }
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

    sessionContract({ place: () => place, store: () => store, reopen })
    imageContract({ place: () => place, store: () => store, reopen })
    versionContract({ place: () => place, store: () => store, reopen })
  })
}
