import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.join(import.meta.dirname, '..')

/** The built server as an operator runs it, in a folder of its own, on a port of its own that it keeps when restarted. */
export class ServerProcess {
  readonly #folder: string
  readonly #env: Record<string, string>
  /** the folder that `dist` is in */
  readonly #app: string
  #child: ChildProcess | undefined
  #port = 0
  /** where people reach it, if not there */
  #front: number | undefined

  private constructor(folder: string, env: Record<string, string>, app: string) {
    this.#folder = folder
    this.#env = env
    this.#app = app
  }

  /** Starts a server on an empty folder; `env` adds to its settings, and `app` is where its build lies, if not here. */
  static async launch(env: Record<string, string> = {}, app = root): Promise<ServerProcess> {
    const folder = await mkdtemp(path.join(tmpdir(), 'rapport-e2e-'))
    const server = new ServerProcess(folder, env, app)
    await server.start()
    return server
  }

  /** Address of the start page. */
  get url(): string {
    return `http://127.0.0.1:${this.#front ?? this.#port}/`
  }

  /** Where it listens itself, whatever stands in front of it. */
  get port(): number {
    return this.#port
  }

  get wsUrl(): string {
    return `ws://127.0.0.1:${this.#port}/sync`
  }

  /** Resolves when the server answers; it finds whatever it stored before. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: this.#app,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        MAX_CREATES_PER_MINUTE: '10000',
        MAX_JOINS_PER_MINUTE: '10000',
        ...this.#env,
        PORT: String(this.#port),
        DATA_DIR: this.#folder,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child = child
    let said = ''
    const listen = (chunk: Buffer): void => {
      said = `${said}${chunk.toString()}`.slice(-4000)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    await new Promise<void>((resolve, reject) => {
      child.once('message', (message) => {
        this.#port = Number(new URL((message as { startPage: string }).startPage).port)
        resolve()
      })
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
    })
  }

  /** From now on people reach it by this port, behind which there is something that leads to its own. */
  reachedBy(port: number): void {
    this.#front = port
  }

  /** Ends the server, by default as a crash would. */
  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    this.#child = undefined
  }

  /** Runs a verb of `npm run admin` on what this server stores, running or not; resolves to what it said. */
  async admin(...words: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/server/admin.js', ...words],
      {
        cwd: this.#app,
        env: { ...process.env, ...this.#env, PORT: String(this.#port), DATA_DIR: this.#folder },
      },
    )
    return stdout
  }

  /** Ends the server for good and removes what it stored. */
  async remove(): Promise<void> {
    await this.stop()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
