import { expect, test } from 'vitest'
import type { BoardStore, StoredImage } from './store.ts'

interface Now {
  place(): { open(): Promise<BoardStore>; bytes(): Promise<Buffer> }
  store(): BoardStore
  /** Closes the store, looks at the place if asked to, and opens another one there. */
  reopen(look?: () => Promise<void>): Promise<void>
}

const image = (id: string, content: string): StoredImage => ({
  id,
  type: 'image/png',
  width: 640,
  height: 480,
  bytes: new TextEncoder().encode(content),
})

/** The part of the contract that is about pictures; board `b1` exists before each test. */
export function imageContract({ place, store, reopen }: Now): void {
  const other = {
    id: 'b2',
    title: 'Other',
    epoch: 'e1',
    readOnly: false,
    createdAt: 1,
    changedAt: 1,
  }

  test('[ST40] a picture is kept once on its own board, and survives a reopen', async () => {
    await store().create(other, [], new Uint8Array([0]))
    expect(await store().addImage('b1', image('i1', 'pixels'), 1_000, 100)).toBe(true)
    expect(await store().addImage('b1', image('i1', 'pixels'), 2_000, 100)).toBe(true)
    await reopen()
    expect(await store().image('b1', 'i1')).toEqual(image('i1', 'pixels'))
    const { bytes: _bytes, ...facts } = image('i1', '')
    expect(await store().images('b1')).toEqual([
      { ...facts, size: 6, addedAt: 2_000, unusedSince: null },
    ])
    expect(await store().image('b2', 'i1')).toBeUndefined()
    expect(await store().images('b2')).toEqual([])
    await expect(store().addImage('nope', image('i1', 'x'), 1, 100)).rejects.toMatchObject({
      code: 'unknown-board',
    })
  })

  test('[ST41] a board’s pictures take no more room than they may, however many come at once', async () => {
    const second = await place().open()
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? store() : second).addImage(
          'b1',
          image(`i${index}`, '0123456789'),
          1,
          55,
        ),
      ),
    )
    await second.close()
    expect(added.filter(Boolean)).toHaveLength(5)
    const kept = await store().images('b1')
    expect(kept).toHaveLength(5)
    // What is there already needs no room.
    expect(await store().addImage('b1', image(kept[0]?.id ?? '', '0123456789'), 9, 55)).toBe(true)
  })

  test('[ST42] pictures are dropped once nothing has shown them for long enough', async () => {
    for (const id of ['old', 'again', 'shown', 'new', 'never']) {
      await store().addImage('b1', image(id, id), 1_000, 100)
    }
    const since = async (): Promise<unknown[]> =>
      (await store().images('b1')).map(({ id, unusedSince }) => [id, unusedSince])
    await store().markImages('b1', ['old', 'again', 'shown'], 1_500)
    await store().markImages('b1', ['old', 'again', 'new'], 2_000)
    await store().addImage('b1', image('again', 'again'), 2_500, 100)
    expect(await since()).toEqual([
      ['again', null],
      ['never', null],
      ['new', 2_000],
      ['old', 1_500],
      ['shown', null],
    ])
    // As by somebody who began to look before it was put there anew.
    await store().markImages('b1', ['again', 'old', 'new'], 1_600)
    await store().dropImages('b1', ['old', 'again', 'new', 'shown', 'never', 'unknown'], 2_000)
    const left = (await store().images('b1')).map(({ id }) => id)
    expect(left).toEqual(['again', 'never', 'new', 'shown'])
  })

  test('[ST43] dropped pictures, and those of a removed board, are in no file', async () => {
    await store().create(other, [], new Uint8Array([0]))
    await store().addImage('b1', image('i1', 'canary-picture'.repeat(500)), 1, 1_000_000)
    await store().addImage('b2', image('i1', 'canary-picture'.repeat(500)), 1, 1_000_000)
    await store().markImages('b1', ['i1'], 1)
    await store().dropImages('b1', ['i1'], 2)
    await store().remove('b2')
    await reopen(async () => {
      const bytes = await place().bytes()
      expect(bytes.includes('canary')).toBe(false)
    })
    expect(await store().images('b1')).toEqual([])
  })
}
