import { expect, test } from 'vitest'
import type { VersionKind } from '../../shared/protocol/versions.ts'
import type { BoardStore, VersionRow } from './store.ts'

interface Now {
  place(): { open(): Promise<BoardStore>; bytes(): Promise<Buffer> }
  store(): BoardStore
  /** Closes the store, looks at the place if asked to, and opens another one there. */
  reopen(look?: () => Promise<void>): Promise<void>
}

const version = (id: string, kind: VersionKind = 'saved', board = 'b1'): VersionRow => ({
  id,
  board,
  kind,
  name: `The ${id}`,
  at: 1_700_000_000_000,
  by: kind === 'stage' ? null : 'asha',
})
const other = {
  id: 'b2',
  title: 'Other',
  epoch: 'e1',
  readOnly: false,
  createdAt: 1,
  changedAt: 1,
}

/** The part of the contract that is about versions; board `b1` exists before each test. */
export function versionContract({ place, store, reopen }: Now): void {
  const ids = async (): Promise<string[]> => (await store().versions('b1')).map(({ id }) => id)
  const add = (id: string, kind: VersionKind, most: number): Promise<boolean> =>
    store().addVersion(version(id, kind), new TextEncoder().encode(id), most)

  test('[ST30] versions survive a reopen with their content, the newest first, each on its own board', async () => {
    await store().create(other, [], new Uint8Array([0]))
    expect(await store().addVersion(version('v1'), new Uint8Array([1, 0, 255]), 9)).toBe(true)
    expect(await store().addVersion(version('v2', 'stage'), new Uint8Array([2]), 9)).toBe(true)
    await reopen()
    expect(await store().versions('b1')).toEqual([version('v2', 'stage'), version('v1')])
    expect(await store().versionContent('b1', 'v1')).toEqual(new Uint8Array([1, 0, 255]))
    expect(await store().versionContent('b2', 'v1')).toBeUndefined()
    expect(await store().versions('b2')).toEqual([])
    await expect(
      store().addVersion(version('v3', 'saved', 'nope'), new Uint8Array([1]), 9),
    ).rejects.toMatchObject({ code: 'unknown-board' })
  })

  test('[ST31] the oldest automatic versions make room; those that people saved never do', async () => {
    for (const [id, kind] of [
      ['v1', 'saved'],
      ['v2', 'stage'],
      ['v3', 'restore'],
    ] as const) {
      expect(await add(id, kind, 3)).toBe(true)
    }
    expect(await add('v4', 'saved', 3)).toBe(true)
    expect(await ids()).toEqual(['v4', 'v3', 'v1'])
    expect(await add('v5', 'stage', 3)).toBe(true)
    expect(await ids()).toEqual(['v5', 'v4', 'v1'])
    expect(await add('v6', 'saved', 3)).toBe(true)
    expect(await add('v7', 'stage', 3)).toBe(false)
    expect(await add('v8', 'saved', 3)).toBe(false)
    expect(await ids()).toEqual(['v6', 'v4', 'v1'])
    expect(await add('v9', 'saved', 2)).toBe(false)
    expect(await ids()).toEqual(['v6', 'v4', 'v1'])
  })

  test('[ST32] a lower limit takes as many automatic ones as it must, in one go', async () => {
    for (const id of ['v1', 'v2', 'v3', 'v4']) await add(id, 'stage', 9)
    expect(await add('v5', 'saved', 2)).toBe(true)
    expect(await ids()).toEqual(['v5', 'v4'])
  })

  test('[ST33] versions that come from two processes at once are all there', async () => {
    const second = await place().open()
    const all = Array.from({ length: 20 }, (_, index) => `v${index}`)
    const added = await Promise.all(
      all.map((id, index) =>
        (index % 2 === 0 ? store() : second).addVersion(version(id), new Uint8Array([index]), 99),
      ),
    )
    await second.close()
    expect(added.every(Boolean)).toBe(true)
    expect((await ids()).sort()).toEqual(all.sort())
  })

  test('[ST34] a removed version, one that made room, and those of a removed board are in no file', async () => {
    await store().create(other, [], new Uint8Array([0]))
    const canary = new TextEncoder().encode('canary of a version '.repeat(400))
    await store().addVersion(version('v1', 'stage'), canary, 1)
    await store().addVersion(version('v2'), canary, 1)
    await store().addVersion(version('v3', 'saved', 'b2'), canary, 1)
    expect(await store().removeVersion('b2', 'v2')).toBe(false)
    expect(await store().removeVersion('b1', 'v2')).toBe(true)
    expect(await store().removeVersion('b1', 'v2')).toBe(false)
    await store().remove('b2')
    await store().addVersion(version('v4'), canary, 1)
    expect(await store().rewriteVersion('b1', 'v5', canary)).toBe(false)
    expect(await store().rewriteVersion('b1', 'v4', new Uint8Array([4]))).toBe(true)
    expect(await store().versionContent('b1', 'v4')).toEqual(new Uint8Array([4]))
    await reopen(async () => {
      expect((await place().bytes()).includes('canary')).toBe(false)
    })
    expect(await ids()).toEqual(['v4'])
  })
}
