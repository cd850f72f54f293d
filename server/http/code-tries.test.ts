import { expect, test } from 'vitest'
import { systemClock, type Clock } from '../clock.ts'
import { createCodeTries, type CodeTries } from './code-tries.ts'

const ADDRESS = '192.0.2.1'

const nothing = async (): Promise<undefined> => undefined

/** How many of so many tries at once, each of the address that `from` says, were looked up. */
async function looked(
  tries: CodeTries,
  count: number,
  from: (n: number) => string,
  found?: string,
): Promise<number> {
  let looks = 0
  const look = async (): Promise<string | undefined> => {
    looks += 1
    await new Promise((resolve) => setImmediate(resolve))
    return found
  }
  const all = Array.from({ length: count }, (_, n) => tries.of(from(n), look))
  const answers = await Promise.all(all)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(looks)
  return looks
}

test('as many wrong codes as one network may try are looked up, however many come at once', async () => {
  const tries = createCodeTries(systemClock)
  expect(await looked(tries, 50, () => ADDRESS)).toBe(20)
  expect(await looked(tries, 1, () => '192.0.2.2')).toBe(1)
})

test('so it is for all networks together', async () => {
  const tries = createCodeTries(systemClock)
  expect(await looked(tries, 700, (n) => `192.0.${n >> 8}.${n % 256}`)).toBe(600)
})

test('a whole room with the right code gets in at once from one address', async () => {
  const tries = createCodeTries(systemClock)
  expect(await looked(tries, 50, () => ADDRESS, 'a door')).toBe(50)
})

test('a look that fails is no wrong code, and keeps nobody waiting', async () => {
  const tries = createCodeTries(systemClock)
  const broken = (): Promise<undefined> => Promise.reject(new Error('the disk is gone'))
  for (let n = 0; n < 25; n += 1) await expect(tries.of(ADDRESS, broken)).rejects.toThrow('disk')
  expect(await looked(tries, 1, () => ADDRESS)).toBe(1)
})

test('a minute later the count is anew; what ends in it counts in it', async () => {
  let now = 1_000
  const clock: Clock = { now: () => now, after: () => () => undefined }
  const tries = createCodeTries(clock)
  let end = (): void => undefined
  const late = tries.of(
    ADDRESS,
    () => new Promise<undefined>((resolve) => (end = () => resolve(undefined))),
  )
  for (let n = 0; n < 19; n += 1) await tries.of(ADDRESS, nothing)
  now += 60_000
  end()
  expect(await late).toEqual({ ok: true, value: undefined })
  expect(await looked(tries, 50, () => ADDRESS)).toBe(19)
  expect(await tries.of(ADDRESS, nothing)).toEqual({ ok: false, error: 60_000 })
})

test.each([
  { one: '192.0.2.1', other: '192.0.2.2', isOne: false },
  { one: '::ffff:192.0.2.1', other: '::ffff:192.0.2.2', isOne: false },
  { one: '::ffff:192.0.2.1', other: '192.0.2.1', isOne: true },
  { one: '::ffff:c000:0201', other: '0:0:0:0:0:FFFF:192.0.2.1', isOne: true },
  { one: '::ffff:c000:201', other: '192.0.2.1', isOne: true },
  { one: '2001:db8::1', other: '2001:db8:0:0:9::2', isOne: true },
  { one: '2001:db8::1', other: '2001:db8:0:1::1', isOne: false },
])('$one and $other are one network: $isOne', async ({ one, other, isOne }) => {
  const tries = createCodeTries(systemClock)
  expect(await looked(tries, 20, () => one)).toBe(20)
  expect(await looked(tries, 1, () => other)).toBe(isOne ? 0 : 1)
})
