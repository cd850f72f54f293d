import { expect, test } from 'vitest'
import { SCRIBED } from '../../shared/session/results.ts'
import type { BoardStore } from './store.ts'

interface Now {
  place(): { open(): Promise<BoardStore>; bytes(): Promise<Buffer> }
  store(): BoardStore
  /** Closes the store, looks at the place if asked to, and opens another one there. */
  reopen(look?: () => Promise<void>): Promise<void>
}

const answer = (author: string, body: string | null, round = 'r1') => ({ round, author, body })

/** The part of the contract that is about sessions and sealed answers; board `b1` exists before each test. */
export function sessionContract({ place, store, reopen }: Now): void {
  test('[ST20] a session is replaced only by who knows its newest version, and survives a reopen', async () => {
    expect(await store().session('b1')).toEqual({
      version: 0,
      state: null,
      answered: {},
      scribed: {},
    })
    expect(await store().saveSession('b1', 0, 'one')).toBe(true)
    expect(await store().saveSession('b1', 0, 'late')).toBe(false)
    const other = await place().open()
    const both = await Promise.all([
      store().saveSession('b1', 1, 'mine'),
      other.saveSession('b1', 1, 'theirs'),
    ])
    await other.close()
    expect(both.filter(Boolean)).toHaveLength(1)
    await reopen()
    expect(await store().session('b1')).toEqual({
      version: 2,
      state: both[0] ? 'mine' : 'theirs',
      answered: {},
      scribed: {},
    })
    expect(await store().saveSession('nope', 0, 'x')).toBe(false)
    await expect(store().session('nope')).rejects.toMatchObject({ code: 'unknown-board' })
  })

  test('[ST21] an answer is kept, changed, taken back and counted, and only while the session is as its writer knows it', async () => {
    await store().saveSession('b1', 0, 'open')
    expect(await store().setAnswer('b1', 1, answer('ann', 'first'))).toBe(true)
    expect(await store().setAnswer('b1', 1, answer('ann', 'second'))).toBe(true)
    expect(await store().setAnswer('b1', 1, answer('bob', 'his'))).toBe(true)
    expect(await store().setAnswer('b1', 1, answer('bob', null))).toBe(true)
    expect(await store().setAnswer('b1', 1, answer('ann', 'another round', 'r2'))).toBe(true)
    expect(await store().setAnswer('b1', 1, answer(`${SCRIBED}o1 cy`, 'a scribe’s'))).toBe(true)
    await store().saveSession('b1', 1, 'closed')
    expect(await store().setAnswer('b1', 1, answer('cy', 'too late'))).toBe(false)
    expect(await store().setAnswer('b1', 1, answer('ann', null))).toBe(false)
    await reopen()
    expect(await store().session('b1')).toMatchObject({
      answered: { r1: 2, r2: 1 },
      scribed: { r1: 1, r2: 0 },
    })
    expect(await store().answers('b1', 'r1')).toEqual([
      { author: 'ann', body: 'second' },
      { author: `${SCRIBED}o1 cy`, body: 'a scribe’s' },
    ])
  })

  test('[ST22] no answer comes in behind a round’s closing, however many come at once', async () => {
    await store().saveSession('b1', 0, 'open')
    const other = await place().open()
    const authors = Array.from({ length: 40 }, (_, index) => `p${index}`)
    const put = authors.map((author, index) =>
      (index % 2 === 0 ? store() : other).setAnswer('b1', 1, answer(author, 'x')),
    )
    const [closed, ...taken] = await Promise.all([
      other.saveSession('b1', 1, 'closed').then(async (saved) => {
        expect(saved).toBe(true)
        return (await other.answers('b1', 'r1')).length
      }),
      ...put,
    ])
    await other.close()
    expect(taken.filter(Boolean)).toHaveLength(closed ?? -1)
    expect(await store().answers('b1', 'r1')).toHaveLength(closed ?? -1)
  })

  test('[ST23] sessions and answers change the revision, so that other processes look', async () => {
    const revision = async (): Promise<number> => (await store().updatesAfter('b1', 0)).revision
    const first = await revision()
    await store().saveSession('b1', 0, 'open')
    const second = await revision()
    await store().setAnswer('b1', 1, answer('ann', 'x'))
    expect(new Set([first, second, await revision()]).size).toBe(3)
  })

  test('[ST24] erased answers, and those of a removed board, are in no file', async () => {
    await store().create(
      {
        id: 'b2',
        title: 'Other',
        epoch: 'e1',
        readOnly: false,
        createdAt: 1,
        changedAt: 1,
      },
      [],
      new Uint8Array([0]),
    )
    for (const board of ['b1', 'b2']) {
      await store().saveSession(board, 0, 'open')
      await store().setAnswer(board, 1, answer('ann', 'canary-answer'.repeat(20)))
    }
    await store().setAnswer('b1', 1, answer('ann', 'kept', 'r2'))
    await store().eraseAnswers('b1', 'r1')
    await store().remove('b2')
    await reopen(async () => {
      const bytes = await place().bytes()
      expect(bytes.includes('canary')).toBe(false)
    })
    expect(await store().session('b1')).toMatchObject({ answered: { r2: 1 } })
  })

  test('[ST25] who waits is let in once, and not after they were removed', async () => {
    const person = (id: string, waiting: string | null) => ({
      id,
      board: 'b1',
      link: 'l1',
      name: 'Asha Patel',
      role: 'partner' as const,
      organisation: null,
      tokenHash: `token-${id}`,
      joinedAt: 2000,
      removedAt: null,
      waiting,
    })
    for (const id of ['p1', 'p2']) await store().addParticipant(person(id, '"o1"'))
    await store().addParticipant(person('p3', null))
    await store().removeParticipant('b1', 'p2', 7000)
    expect(await store().admitParticipant('b1', 'p1', 'o1')).toBe(true)
    for (const id of ['p1', 'p2', 'p3', 'nobody']) {
      expect(await store().admitParticipant('b1', id, 'o2')).toBe(false)
    }
    await reopen()
    expect(await store().participants('b1')).toEqual([
      { ...person('p1', null), organisation: 'o1' },
      { ...person('p2', '"o1"'), removedAt: 7000 },
      person('p3', null),
    ])
  })

  test('[ST27] whom somebody speaks for is changed as long as they have a place on the board', async () => {
    const person = (id: string) => ({
      id,
      board: 'b1',
      link: 'l1',
      name: 'Asha Patel',
      role: 'partner' as const,
      organisation: 'o1',
      tokenHash: `token-${id}`,
      joinedAt: 2000,
      removedAt: null,
      waiting: null,
    })
    for (const id of ['p1', 'p2', 'p3']) await store().addParticipant(person(id))
    await store().removeParticipant('b1', 'p2', 7000)
    for (const id of ['p1', 'p2', 'nobody']) await store().setOrganisation('b1', id, 'o2')
    await store().setOrganisation('b1', 'p3', null)
    await reopen()
    expect(await store().participants('b1')).toEqual([
      { ...person('p1'), organisation: 'o2' },
      { ...person('p2'), removedAt: 7000 },
      { ...person('p3'), organisation: null },
    ])
  })

  test('[ST26] a board has one short code at a time, and a code one board', async () => {
    const row = { title: 'Other', epoch: 'e1', readOnly: false, createdAt: 1, changedAt: 1 }
    await store().create({ ...row, id: 'b2' }, [], new Uint8Array([0]))
    expect(await store().putCode('b1', 'one')).toBe(true)
    expect(await store().putCode('b2', 'one')).toBe(false)
    expect(await store().putCode('b2', 'two')).toBe(true)
    expect(await store().putCode('b2', 'three')).toBe(true)
    await reopen()
    const codes = ['one', 'two', 'three']
    const found = () => Promise.all(codes.map((code) => store().boardByCode(code)))
    expect(await found()).toEqual(['b1', undefined, 'b2'])
    await store().remove('b2')
    expect(await found()).toEqual(['b1', undefined, undefined])
  })
}
