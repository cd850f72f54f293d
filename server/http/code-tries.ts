import { isIPv6 } from 'node:net'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'

const WINDOW = 60_000
/** Wrong codes that one network may try in a minute, and all networks together. */
const PER_NETWORK = 20
const IN_ALL = 600

/** How a socket that listens for both tells an IPv4 address: in the last four bytes, by dots or in hex. */
const MAPPED = /^(?:::|(?:0{1,4}:){5})ffff:(?:(\d+(?:\.\d+){3})|([\da-f]{1,4}):([\da-f]{1,4}))$/i

function mappedIn(address: string): string | undefined {
  const [, dotted, high, low] = MAPPED.exec(address) ?? []
  if (high === undefined || low === undefined) return dotted
  const bytes = [high, low].map((pair) => Number.parseInt(pair, 16))
  return bytes.flatMap((pair) => [pair >> 8, pair & 255]).join('.')
}

/** The network that an address is taken for: itself, or the 64 bits of IPv6 that one household or firm has. */
function networkOf(address: string): string {
  const mapped = mappedIn(address)
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array(8 - before.length - after.length).fill('0') : []
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

/** Wrong codes, counted by network and in all; right ones are not, so that a whole room may come from one address. */
export interface CodeTries {
  /** What `look` finds for a code from `address`; nothing counts as wrong. Fails, without a look, with the ms until the next. */
  of<T>(address: string, look: () => Promise<T | undefined>): Promise<Result<T | undefined, number>>
}

/** Counts in memory, a minute at a time. */
export function createCodeTries(clock: Clock): CodeTries {
  let wrong = new Map<string, number>()
  let allWrong = 0
  let until = 0
  const looking = new Map<string, number>()
  let allLooking = 0
  let waiting: (() => void)[] = []

  const renew = (): void => {
    const now = clock.now()
    if (now < until) return
    until = now + WINDOW
    wrong = new Map()
    allWrong = 0
  }
  const counted = (counts: ReadonlyMap<string, number>, network: string): number =>
    counts.get(network) ?? 0

  /** Waits while all that are looked for might still be wrong; returns the ms to wait when they were. */
  const begin = async (network: string): Promise<number> => {
    for (;;) {
      renew()
      const own = PER_NETWORK - counted(wrong, network)
      const all = IN_ALL - allWrong
      if (own <= 0 || all <= 0) return until - clock.now()
      if (counted(looking, network) < own && allLooking < all) {
        looking.set(network, counted(looking, network) + 1)
        allLooking += 1
        return 0
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const end = (network: string): void => {
    const others = counted(looking, network) - 1
    if (others > 0) looking.set(network, others)
    else looking.delete(network)
    allLooking -= 1
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }

  return {
    async of(address, look) {
      const network = networkOf(address)
      const wait = await begin(network)
      if (wait > 0) return fail(wait)
      try {
        const found = await look()
        if (found === undefined) {
          renew()
          wrong.set(network, counted(wrong, network) + 1)
          allWrong += 1
        }
        return ok(found)
      } finally {
        end(network)
      }
    },
  }
}
