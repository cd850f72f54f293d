import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What a relay's process says of itself since the last time. */
export interface Figures {
  /** resident memory in bytes */
  rss: number
  /** the longest that the relay itself held its event loop, ms: without the time in which it waited for a core */
  heldFor: number
  /** the same with that time, ms */
  lateBy: number
  /** CPU time of all its threads since the start, ms */
  cpu: number
}

/** A relay in a process of its own, over the folder `dir`. */
export interface RelayChild {
  process: ChildProcess
  port: number
  /** Asks for its figures. */
  figures(): Promise<Figures>
}

/** Starts a relay in a process of its own; whoever calls it ends the process. */
export async function forkRelay(dir: string): Promise<RelayChild> {
  const child = fork(fileURLToPath(new URL('./test-relay-process.ts', import.meta.url)), [dir], {
    execArgv: ['--import', 'tsx'],
  })
  const [message] = (await once(child, 'message')) as [{ port: number }]
  return {
    process: child,
    port: message.port,
    async figures() {
      const answer = once(child, 'message')
      child.send('figures')
      const [figures] = (await answer) as [Figures]
      return figures
    },
  }
}
