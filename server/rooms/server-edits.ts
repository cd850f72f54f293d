import type * as Y from 'yjs'
import { assert } from '../../shared/assert.ts'
import { StoreError } from '../store/store-error.ts'
import { checkUpdate } from './check.ts'
import type { BoardDocument } from './document.ts'
import type { Inbox } from './inbox.ts'
import type { Intake } from './intake.ts'
import { SERVER, type Ledger } from './ledger.ts'
import type { Persister } from './persister.ts'
import { editDocument } from './server-edit.ts'

interface ServerEditsParts {
  ledger: Ledger
  document: BoardDocument
  intake: Intake
  inbox: Inbox
  persister: Persister
  /** hands over what is in the inbox */
  tick(): void
  /** a client id that is nobody's */
  freeClient(): number
}

/** What comes before an edit, with the document as updates to be applied in order; false: there will be no edit. */
type First = (parts: readonly Uint8Array[]) => Promise<boolean>

/** The server's own edits of a board's document, one after the other. */
export class ServerEdits {
  readonly #parts: ServerEditsParts
  #client: number | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: ServerEditsParts) {
    this.#parts = parts
  }

  /**
   * Runs `change` on the document; resolves when that is on disk and sent to all. With `first`, which sees the document that
   * `change` is about to be run on and may say no: what people do meanwhile is merged with it, as if they had been offline.
   */
  edit(change: (doc: Y.Doc) => void, first?: First): Promise<void> {
    const edit = this.#last.then(() => this.#edit(change, first))
    this.#last = edit.catch(() => undefined)
    return edit
  }

  async #edit(change: (doc: Y.Doc) => void, first?: First): Promise<void> {
    const { ledger, document, intake, inbox, persister, tick } = this.#parts
    this.#client ??= this.#parts.freeClient()
    const parts = document.parts()
    if (first && !(await first(parts))) return
    if (persister.isFailing) {
      throw new StoreError('unavailable', 'Edits can’t be put on disk at the moment.')
    }
    const update = editDocument(parts, this.#client, change)
    if (!update) return
    const verdict = checkUpdate(update, ledger, SERVER)
    if (verdict.kind === 'known') return
    assert(verdict.kind === 'accepted' && !verdict.leftOut, 'the server’s own edit is sound')
    // A batch of its own: it waits for the disk, however long, and what people do does not.
    tick()
    intake.accept(verdict, SERVER, null)
    intake.changed()
    await new Promise<void>((resolve, reject) => {
      inbox.whenDone((error) => (error ? reject(error) : resolve()))
      tick()
    })
  }
}
