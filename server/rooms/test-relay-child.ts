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

/** An edit of the relay's own: so many objects named `key-0`, `key-1` and so on, of a hundred characters each. */
export interface OwnEdit {
  board: string
  key: string
  objects: number
}

/** A relay in a process of its own, over the folder `dir`. */
export interface RelayChild {
  process: ChildProcess
  port: number
  /** Asks for its figures. */
  figures(): Promise<Figures>
  /** Has it begin an edit of its own. */
  edit(edit: OwnEdit): void
}

/** Starts a relay in a process of its own, `warm` with all its threads; whoever calls it ends the process. */
export async function forkRelay(dir: string, { warm = false } = {}): Promise<RelayChild> {
  const script = fileURLToPath(new URL('./test-relay-process.ts', import.meta.url))
  const child = fork(script, [dir, ...(warm ? ['warm'] : [])], { execArgv: ['--import', 'tsx'] })
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
    edit(edit) {
      child.send(edit)
    },
  }
}
