import { expect, test } from 'vitest'
import { append, asha, ben, board, texts } from './contract-samples.ts'
import type { BoardStore } from './store.ts'

interface Now {
  place(): { open(): Promise<BoardStore>; bytes(): Promise<Buffer> }
  store(): BoardStore
  /** Closes the store, looks at the place if asked to, and opens another one there. */
  reopen(look?: () => Promise<void>): Promise<void>
}

/** The part of the contract that is about documents: the log of a board, and what it is folded into; board `b1` exists before each test. */
export function logContract({ place, store, reopen }: Now): void {
  test('[ST3] appends survive a reopen in order, numbered from 1, with their claims', async () => {
    const all = await Promise.all([
      store().append([append('b1', 'one', [asha])]),
      store().append([append('b1', 'two', [asha]), append('b1', 'three')]),
    ])
    expect(all).toEqual([[1], [2, 3]])
    await reopen()
    const loaded = await store().load('b1')
    expect(texts(loaded.updates)).toEqual(['one', 'two', 'three'])
    expect(loaded.seq).toBe(3)
    expect(loaded.claims).toEqual([asha])
    expect((await store().board('b1'))?.changedAt).toBeGreaterThan(1000)
  })

  test('[ST4] an append for a removed board is dropped, and others of its batch stay', async () => {
    expect(await store().append([append('gone', 'x'), append('b1', 'y')])).toEqual([0, 1])
    expect(texts((await store().load('b1')).updates)).toEqual(['y'])
  })

  test('[ST5] compacting puts the snapshot in place of the log up to a number, and later ones stay', async () => {
    await store().append([append('b1', 'one'), append('b1', 'two'), append('b1', 'three')])
    await store().compact('b1', { epoch: 'e1', snapshot: new Uint8Array([9]), upTo: 2 })
    await store().compact('b1', { epoch: 'e1', snapshot: new Uint8Array([8]), upTo: 1 })
    await reopen()
    const loaded = await store().load('b1')
    expect(loaded.snapshot).toEqual(new Uint8Array([9]))
    expect(texts(loaded.updates)).toEqual(['three'])
    expect(await store().append([append('b1', 'four')])).toEqual([4])
  })

  test('[ST46] once a board was put back from a backup, nothing that builds on the one before it is taken', async () => {
    await store().append([append('b1', 'one', [asha]), append('b1', 'two')])
    await store().remove('b1')
    await store().create({ ...board('b1'), epoch: 'e2' }, [], new Uint8Array([7]))
    const late = append('b1', 'three', [asha])
    const own = { ...append('b1', 'four', [ben]), epoch: 'e2' }
    expect(await store().append([late, own])).toEqual([0, 1])
    await store().compact('b1', { epoch: 'e1', snapshot: new Uint8Array([9]), upTo: 2 })
    const loaded = await store().load('b1')
    expect(loaded).toMatchObject({ epoch: 'e2', snapshot: new Uint8Array([7]), claims: [ben] })
    expect(texts(loaded.updates)).toEqual(['four'])
  })

  test('[ST45] boards whose log holds updates are found piece by piece, and no others', async () => {
    for (const id of ['b2', 'b3', 'b4', 'b5']) {
      await store().create(board(id), [], new Uint8Array([0]))
    }
    for (const of of ['b1', 'b3', 'b4', 'b5', 'b3']) await store().append([append(of, 'x')])
    await store().compact('b4', { epoch: 'e1', snapshot: new Uint8Array([9]), upTo: 1 })
    const first = await store().logged(0, 2)
    expect(first.map(({ id }) => id)).toEqual(['b1', 'b3'])
    const behind = await store().logged(first[1]?.place ?? 0, 2)
    expect(behind.map(({ id }) => id)).toEqual(['b5'])
    expect(await store().logged(behind[0]?.place ?? 0, 2)).toEqual([])
    await store().remove('b1')
    expect((await store().logged(0, 9)).map(({ id }) => id)).toEqual(['b3', 'b5'])
  })

  test('[ST10] what compaction or removal left out is in no file', async () => {
    await store().create(board('b2'), [], new TextEncoder().encode('canary-snapshot'))
    await store().append([append('b1', 'canary-update'.repeat(500)), append('b2', 'canary-other')])
    await store().compact('b1', { epoch: 'e1', snapshot: new Uint8Array([1]), upTo: 1 })
    await store().remove('b2')
    await reopen(async () => {
      expect((await place().bytes()).includes('canary')).toBe(false)
    })
  })

  test('[ST12] a client id stays its first owner’s, and only the call that says otherwise is rejected', async () => {
    await store().append([append('b1', 'one', [asha])])
    const done = await Promise.allSettled([
      store().append([append('b1', 'two')]),
      store().append([
        append('b1', 'stolen'),
        append('b1', 'too', [{ ...asha, participant: 'eve' }]),
      ]),
      store().append([append('b1', 'at once', [ben, { ...ben, participant: 'eve' }])]),
      store().append([append('b1', 'three', [ben])]),
    ])
    expect(done.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    expect(done[1]).toMatchObject({ reason: { code: 'claimed' } })
    expect(done[2]).toMatchObject({ reason: { code: 'claimed' } })
    const loaded = await store().load('b1')
    expect(texts(loaded.updates)).toEqual(['one', 'two', 'three'])
    expect(loaded.claims).toEqual([asha, ben])
  })

  test('[ST13] what came after a number can be read, with the claims made in it', async () => {
    await store().append([append('b1', 'one', [asha]), append('b1', 'two'), append('b1', 'three')])
    await store().append([append('b1', 'four', [ben])])
    const news = await store().updatesAfter('b1', 1)
    expect(news).toMatchObject({ epoch: 'e1', seq: 4 })
    expect(news.updates.map(({ seq }) => seq)).toEqual([2, 3, 4])
    expect(texts(news.updates.map(({ update }) => update))).toEqual(['two', 'three', 'four'])
    expect(news.updates.map(({ claims }) => claims)).toEqual([[], [], [ben]])
    expect((await store().updatesAfter('b1', 4)).updates).toEqual([])
    await expect(store().updatesAfter('nope', 0)).rejects.toMatchObject({ code: 'unknown-board' })
  })

  test('[ST14] where the log was compacted meanwhile, the news begin with the snapshot', async () => {
    await store().append([append('b1', 'one', [asha]), append('b1', 'two', [ben])])
    await store().append([append('b1', 'three')])
    await store().compact('b1', { epoch: 'e1', snapshot: new Uint8Array([9]), upTo: 2 })
    const { updates } = await store().updatesAfter('b1', 1)
    expect(updates).toEqual([
      { seq: 2, update: new Uint8Array([9]), claims: [ben] },
      { seq: 3, update: new TextEncoder().encode('three'), claims: [] },
    ])
    expect((await store().updatesAfter('b1', 2)).updates.map(({ seq }) => seq)).toEqual([3])
  })

  test('[ST16] two processes append to the same boards at once: no number is missing, double, or seen before those below it', async () => {
    await store().create(board('b2'), [], new Uint8Array([0]))
    const other = await place().open()
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
      write(store(), ['b1', 'b2'], 'a'),
      write(other, ['b2', 'b1'], 'b'),
    ])
    await watching
    await other.close()
    const wanted = Array.from({ length: 2 * count }, (_, index) => index + 1)
    expect(seen).toEqual(wanted)
    const [mine, others] = written
    const onB1 = [...mine.map((numbers) => numbers[0]), ...others.map((numbers) => numbers[1])]
    expect(onB1.sort((a = 0, b = 0) => a - b)).toEqual(wanted)
    const { updates } = await store().load('b1')
    for (const name of ['a', 'b']) {
      const own = texts(updates).filter((text) => text.startsWith(name))
      expect(own).toEqual(Array.from({ length: count }, (_, index) => `${name}${index}`))
    }
  })
}
