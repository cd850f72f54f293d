import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { WebSocket } from 'ws'

interface Answer {
  id?: number
  result?: unknown
  error?: { message: string }
}
type Send = (method: string, params?: object, session?: string) => Promise<unknown>

/** Speaks the browser's own protocol over `socket`; what can't be done rejects. */
function speaker(socket: WebSocket): Send {
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer
    if (answer.id === undefined) return
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  let last = 0
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result)
      })
      socket.send(JSON.stringify({ id, method, params, sessionId }))
    })
}

/** The address that a browser says it can be spoken to at. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('the browser’s words are not heard')
  for await (const line of createInterface(child.stderr)) {
    const address = /^DevTools listening on (\S+)/.exec(line)?.[1]
    if (address !== undefined) {
      child.stderr.resume()
      return address
    }
  }
  throw new Error('the browser has not started')
}

/** A page of a profile of its own, in a window of the size that was asked for. */
export class BarePage {
  readonly #send: Send
  readonly #target: string
  readonly #profile: string
  readonly #session: string

  private constructor(send: Send, target: string, profile: string, session: string) {
    this.#send = send
    this.#target = target
    this.#profile = profile
    this.#session = session
  }

  /** A blank page; `script` runs in whatever it opens, before the page's own. */
  static async open(
    send: Send,
    window: { width: number; height: number },
    script: string,
  ): Promise<BarePage> {
    const { browserContextId } = (await send('Target.createBrowserContext')) as {
      browserContextId: string
    }
    const { targetId } = (await send('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
      ...window,
    })) as { targetId: string }
    const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as {
      sessionId: string
    }
    const page = new BarePage(send, targetId, browserContextId, sessionId)
    const size = { ...window, deviceScaleFactor: 1, mobile: false }
    await page.#do('Emulation.setDeviceMetricsOverride', size)
    await page.#do('Page.enable')
    await page.#do('Page.addScriptToEvaluateOnNewDocument', { source: script })
    return page
  }

  /** Asks for an address; resolves when its answer has begun. */
  async goto(url: string): Promise<void> {
    await this.#do('Page.navigate', { url })
  }

  /** What an expression comes to in the page, once that is settled, as plain data. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.#do('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as { result: { value?: unknown }; exceptionDetails?: { text: string } }
    if (exceptionDetails) throw new Error(`in the page: ${exceptionDetails.text}`)
    return result.value
  }

  /** Closes it, and forgets its profile. */
  async close(): Promise<void> {
    await this.#send('Target.closeTarget', { targetId: this.#target })
    await this.#send('Target.disposeBrowserContext', { browserContextId: this.#profile })
  }

  #do(method: string, params?: object): Promise<unknown> {
    return this.#send(method, params, this.#session)
  }
}

/**
 * A browser to which nothing is attached but the meter: what drives pages follows each of their requests and puts scripts of its own into
 * them, which takes a tenth of two cores while a page opens, and more of a page that comes in more files.
 */
export class BareBrowser {
  readonly #child: ChildProcess
  readonly #folder: string
  readonly #socket: WebSocket
  readonly #send: Send

  private constructor(child: ChildProcess, folder: string, socket: WebSocket) {
    this.#child = child
    this.#folder = folder
    this.#socket = socket
    this.#send = speaker(socket)
  }

  /** Starts the Chromium at `executable`, or the one that came with the tests, with `args`. */
  static async launch(
    executable: string | undefined,
    args: readonly string[],
  ): Promise<BareBrowser> {
    const folder = await mkdtemp(path.join(tmpdir(), 'rapport-bench-'))
    const child = spawn(
      executable ?? chromium.executablePath(),
      ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, ...args],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const socket = new WebSocket(await addressOf(child))
    await once(socket, 'open')
    return new BareBrowser(child, folder, socket)
  }

  /** A blank page of a fresh profile, `window` being its size in CSS px; `script` runs in whatever it opens, before the page's own. */
  page(window: { width: number; height: number }, script: string): Promise<BarePage> {
    return BarePage.open(this.#send, window, script)
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#socket.terminate()
    this.#child.kill()
    await ended
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
