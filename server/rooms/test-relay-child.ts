import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What a relay's process says of itself: memory in bytes, the longest that its event loop was held and its CPU time in ms. */
export interface Figures {
  rss: number
  heldFor: number
  cpu: number
}

/** A relay in a process of its own, over the folder `dir`. */
export interface RelayChild {
  process: ChildProcess
  port: number
  /** Asks for its figures since the last time. */
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
