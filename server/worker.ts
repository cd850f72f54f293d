import { parentPort, Worker } from 'node:worker_threads'

/** The methods that a worker answers. */
export type WorkerApi = Record<string, (...args: never[]) => unknown>

/** A worker's methods as seen from outside; each call is answered once, in any order. */
export interface RemoteWorker<Api extends WorkerApi> {
  call<Method extends keyof Api & string>(
    method: Method,
    ...args: Parameters<Api[Method]>
  ): Promise<Awaited<ReturnType<Api[Method]>>>
  /** The thread is no more, and every call rejects. */
  readonly hasEnded: boolean
  /** Ends the thread; calls that it has not answered by then reject. */
  close(): Promise<void>
}

/** The message after which a worker takes no more, and ends by itself. */
const END = 'end'
/** The code of the error with which calls reject once the thread has ended by itself. */
const ENDED = 'worker-ended'
/** How long it may take for that, ms. */
const ENDS_WITHIN = 2_000

interface Request {
  id: number
  method: string
  args: unknown[]
}

type Answer =
  | { id: number; value: unknown }
  | { id: number; error: { message: string; code?: string } }

/** An error that crossed from a worker; `code` as it was there. */
export class WorkerError extends Error {
  readonly code: string | undefined
  constructor(message: string, code?: string) {
    super(message)
    this.name = 'WorkerError'
    this.code = code
  }
}

/** Whether a call was refused by the worker itself, what it was given being the reason; else the thread is no more. */
export const isRefused = (error: unknown): boolean =>
  error instanceof WorkerError && error.code !== ENDED

/** A script that can run TypeScript sources: on Node 20 a loader given by `--import` doesn't reach worker threads. */
function sourceRunner(file: URL): string {
  const api = import.meta.resolve('tsx/esm/api')
  return `import(${JSON.stringify(api)}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
}

/**
 * Starts a worker thread from `url`, which names its `.ts` source; a compiled server runs the `.js` beside it.
 * The thread doesn't keep the process alive by itself.
 */
export function startWorker(url: URL, workerData?: unknown): Worker {
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(sourceRunner(url), { workerData, eval: true })
    : new Worker(new URL(url.href.replace(/\.ts$/, '.js')), { workerData })
  worker.unref()
  return worker
}

/** Starts a worker that calls `serveWorker<Api>`. Calls reject with a WorkerError once the thread has ended. */
export function connectWorker<Api extends WorkerApi>(
  url: URL,
  workerData?: unknown,
): RemoteWorker<Api> {
  const worker = startWorker(url, workerData)
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let next = 1
  let ended: Error | undefined
  let isClosing = false
  let hasExited = false
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      hasExited = true
      resolve()
    })
  })
  // While it ends it keeps the process alive: an answer that still comes must not end the process under whoever waits for the end.
  const rest = (): void => {
    if (!isClosing) worker.unref()
  }

  const end = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
    rest()
  }
  worker.on('error', end)
  worker.on('exit', (code) => end(new WorkerError(`The worker ended (${code}).`, ENDED)))
  worker.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) rest()
    if ('error' in answer) call?.reject(new WorkerError(answer.error.message, answer.error.code))
    else call?.resolve(answer.value)
  })

  return {
    get hasEnded() {
      return ended !== undefined
    },
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended)
          return
        }
        const id = next
        next += 1
        waiting.set(id, { resolve, reject })
        // A call under way keeps the process alive, so that nothing handed over is lost at exit.
        worker.ref()
        worker.postMessage({ id, method, args } satisfies Request)
      }),
    async close() {
      isClosing = true
      if (hasExited) return
      worker.ref()
      worker.postMessage(END)
      // Stopped in the midst of something native a thread may take the whole process with it.
      const late = setTimeout(() => void worker.terminate(), ENDS_WITHIN)
      await exited
      clearTimeout(late)
    },
  }
}

/**
 * In a worker: answers calls by the api that `open` makes. Calls run as they come; an async method lets later ones start.
 * If `open` throws, every call rejects with its error.
 */
export function serveWorker(open: () => WorkerApi): void {
  const port = parentPort
  if (!port) throw new Error('This file runs as a worker only.')
  let api: WorkerApi = {}
  let broken: Error | undefined
  try {
    api = open()
  } catch (error) {
    broken = error as Error
  }
  const answer = async ({ id, method, args }: Request): Promise<Answer> => {
    try {
      if (broken) throw broken
      return { id, value: await api[method]?.(...(args as never[])) }
    } catch (error) {
      const { message, code } = error as { message: string; code?: string }
      return { id, error: { message, ...(code === undefined ? {} : { code }) } }
    }
  }
  port.on('message', (request: Request | typeof END) => {
    if (request === END) {
      port.close()
      return
    }
    void answer(request).then((result) => port.postMessage(result))
  })
}
