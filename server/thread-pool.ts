import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import Tinypool from 'tinypool'

/** What lets a worker thread read TypeScript sources: on Node.js 20 `--import tsx` doesn't reach it. */
function sourceLoader(): string {
  const file = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs')
  const code = `import { register } from ${JSON.stringify(pathToFileURL(file).href)}; register()`
  return `data:text/javascript,${encodeURIComponent(code)}`
}

/**
 * Threads that run the functions of `url`, which names a `.ts` source; a compiled server runs the `.js` beside it. They
 * start with the first job, and end when there has been none for a minute; `waiting` jobs at most wait for a thread.
 */
export function createThreadPool(
  url: URL,
  { name, threads, waiting }: { name: string; threads: number; waiting: number },
): Tinypool {
  // The sources run as they are in development and tests; Node.js needs tsx to read them.
  const isSource = import.meta.url.endsWith('.ts')
  return new Tinypool({
    filename: isSource ? url.href : url.href.replace(/\.ts$/, '.js'),
    name,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    maxQueue: waiting,
    ...(isSource && { execArgv: ['--import', sourceLoader()] }),
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
}
