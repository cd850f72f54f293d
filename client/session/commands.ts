import { newId } from '../../shared/ids.ts'
import type { ResultMessage } from '../../shared/protocol/session.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandInput } from '../../shared/session/commands.ts'
import type { PrivateCommandInput } from '../../shared/session/private-commands.ts'

/** How a command ended; a failure is a sentence for who gave it. */
export type CommandResult = Result<unknown, string>

/** Longest that an answer is waited for, ms. */
const PATIENCE = 15_000

/** Commands on their way to the server, until it answers or contact is lost. */
export class Commands {
  readonly #waiting = new Map<string, (result: CommandResult) => void>()
  readonly #send: (body: object) => boolean

  /** @param send passes a command on, or says that it can't now */
  constructor(send: (body: object) => boolean) {
    this.#send = send
  }

  /** Gives a command; it is never repeated by itself. */
  give(command: CommandInput | PrivateCommandInput): Promise<CommandResult> {
    const id = newId()
    if (!this.#send({ ...command, id })) {
      return Promise.resolve(fail('There is no connection at the moment. Nothing was sent.'))
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(id, fail('The server did not answer.')), PATIENCE)
      this.#waiting.set(id, (result) => {
        clearTimeout(timer)
        resolve(result)
      })
    })
  }

  /** Takes a message of the server; false when it answers no command. */
  take(message: ResultMessage): boolean {
    if ('notice' in message) return false
    this.#settle(message.id, 'error' in message ? fail(message.error) : ok(message.ok))
    return true
  }

  /** Contact is lost: whatever is not answered yet may or may not have been done. */
  lost(): void {
    for (const id of this.#waiting.keys()) {
      this.#settle(id, fail('The connection was lost. Look whether it was done, or try again.'))
    }
  }

  #settle(id: string, result: CommandResult): void {
    const resolve = this.#waiting.get(id)
    this.#waiting.delete(id)
    resolve?.(result)
  }
}
