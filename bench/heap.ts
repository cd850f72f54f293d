import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'

/** Looks into a Node.js process that was started with `--inspect`. */
export interface HeapView {
  /** MiB that its main thread's objects and buffers take after a full garbage collection */
  kept(): Promise<number>
  close(): void
}

interface Answer {
  id: number
  result?: { result?: { value?: unknown } }
}

const SUM = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'

/** Objects with finalisers go in a second collection only. */
const COLLECTIONS = 3

/** Opens the inspector that listens on `port` of this machine. */
export async function openHeap(port: number): Promise<HeapView> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string
  }[]
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '')
  await once(socket, 'open')
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  let last = 0
  const call = (method: string, params: object = {}): Promise<Answer> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  return {
    async kept() {
      for (let i = 0; i < COLLECTIONS; i += 1) {
        await call('HeapProfiler.collectGarbage')
        await pause(100)
      }
      const { result } = await call('Runtime.evaluate', { expression: SUM, returnByValue: true })
      return Number(result?.result?.value) / 2 ** 20
    },
    close: () => socket.close(),
  }
}
