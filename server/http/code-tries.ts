import { isIPv6 } from 'node:net'
import type { Clock } from '../clock.ts'

const WINDOW = 60_000
/** Wrong codes that one network may try in a minute, and all networks together. */
const PER_NETWORK = 20
const IN_ALL = 600

/** The network that an address is taken for: itself, or the 64 bits of IPv6 that one household or firm has. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array(8 - before.length - after.length).fill('0') : []
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

/** Wrong codes, counted by network and in all; right ones are not, so that a whole room may come from one address. */
export interface CodeTries {
  /** ms until `address` may try again; 0 when it may now. */
  wait(address: string): number
  /** `address` has tried a wrong one. */
  failed(address: string): void
}

/** Counts in memory, a minute at a time. */
export function createCodeTries(clock: Clock): CodeTries {
  let counts = new Map<string, number>()
  let all = 0
  let until = 0
  const renew = (): void => {
    const now = clock.now()
    if (now < until) return
    until = now + WINDOW
    counts = new Map()
    all = 0
  }
  return {
    wait(address) {
      renew()
      const isSpent = all >= IN_ALL || (counts.get(networkOf(address)) ?? 0) >= PER_NETWORK
      return isSpent ? until - clock.now() : 0
    },
    failed(address) {
      renew()
      const network = networkOf(address)
      counts.set(network, (counts.get(network) ?? 0) + 1)
      all += 1
    },
  }
}
