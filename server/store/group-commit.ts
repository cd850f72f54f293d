import { setTimeout as pause } from 'node:timers/promises'
import { StoreError } from './store-error.ts'
import type { Append } from './store.ts'

interface Waiting {
  batch: readonly Append[]
  resolve(numbers: number[]): void
  reject(error: unknown): void
}

/** Puts several calls' appends on disk together, all or nothing; the numbers of each call's updates. */
export type Commit = (batches: readonly (readonly Append[])[]) => Promise<number[][]>

/** Longest pause between two commits, ms; a commit costs about as much for fifty boards as for one. */
const MOST_PAUSE = 20

/**
 * One commit at a time; whatever is handed over meanwhile goes together into the next, in order. The pause before the next
 * one grows with the number of boards that the last one served, so that a lone board never waits.
 */
export function groupCommit(commit: Commit): (batch: readonly Append[]) => Promise<number[]> {
  let waiting: Waiting[] = []
  let busy = false

  const settle = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const numbers = await commit(group.map(({ batch }) => batch))
      for (const [index, { resolve }] of group.entries()) resolve(numbers[index] ?? [])
    } catch (error) {
      const isOnesFault = error instanceof StoreError && error.code === 'claimed'
      if (isOnesFault && group.length > 1) for (const one of group) await settle([one])
      else for (const { reject } of group) reject(error)
    }
  }

  const work = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await settle(group)
      if (group.length > 1) await pause(Math.min(MOST_PAUSE, group.length - 1))
    }
    busy = false
  }

  return (batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ batch, resolve, reject })
      if (!busy) void work()
    })
}
