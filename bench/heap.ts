import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'

/** Looks into a Node.js process that was started with `--inspect`. */
export interface HeapView {
  /** MiB that the objects and buffers of all its threads take after full garbage collections */
  kept(): Promise<number>
  close(): void
}

interface Message {
  id?: number
  method?: string
  params?: { sessionId: string; message: string }
  result?: { result?: { value?: unknown } }
}
type Call = (method: string, params?: object) => Promise<Message>

const SUM = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'

/** Objects with finalisers go in a second collection only. */
const COLLECTIONS = 3

/** Calls of one thread, by way of `send`, and how its answers come in. */
function openThread(send: (message: string) => void) {
  const waiting = new Map<number, (answer: Message) => void>()
  let last = 0
  const call: Call = (method, params = {}) =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      send(JSON.stringify({ id: last, method, params }))
    })
  const answered = (answer: Message): void => {
    if (answer.id === undefined) return
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  }
  return { call, answered, end: () => waiting.forEach((resolve) => resolve({})) }
}

async function keptIn(call: Call): Promise<number> {
  for (let i = 0; i < COLLECTIONS; i += 1) {
    await call('HeapProfiler.collectGarbage')
    await pause(100)
  }
  const { result } = await call('Runtime.evaluate', { expression: SUM, returnByValue: true })
  // A thread that ended meanwhile keeps nothing.
  return Number(result?.result?.value ?? 0) / 2 ** 20
}

/** Opens the inspector that listens on `port` of this machine. */
export async function openHeap(port: number): Promise<HeapView> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string
  }[]
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '')
  await once(socket, 'open')
  const main = openThread((message) => socket.send(message))
  const workers = new Map<string, ReturnType<typeof openThread>>()
  const take = (message: Message): void => {
    const { sessionId = '', message: inner = '' } = message.params ?? {}
    switch (message.method) {
      case 'NodeWorker.attachedToWorker':
        workers.set(
          sessionId,
          openThread((text) => {
            void main.call('NodeWorker.sendMessageToWorker', { sessionId, message: text })
          }),
        )
        break
      case 'NodeWorker.receivedMessageFromWorker':
        workers.get(sessionId)?.answered(JSON.parse(inner) as Message)
        break
      case 'NodeWorker.detachedFromWorker':
        workers.get(sessionId)?.end()
        workers.delete(sessionId)
        break
      default:
        main.answered(message)
    }
  }
  socket.on('message', (data: Buffer) => take(JSON.parse(data.toString()) as Message))
  await main.call('NodeWorker.enable', { waitForDebuggerOnStart: false })
  return {
    async kept() {
      let sum = 0
      for (const { call } of [main, ...workers.values()]) sum += await keptIn(call)
      return sum
    },
    close: () => socket.close(),
  }
}
