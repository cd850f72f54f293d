import type * as Y from 'yjs'
import { assert } from '../../shared/assert.ts'
import { editDocument } from '../edit-document.ts'
import { StoreError } from '../store/store-error.ts'
import { checkUpdate } from './check.ts'
import type { BoardDocument } from './document.ts'
import type { Folder } from './folder.ts'
import type { Inbox } from './inbox.ts'
import type { Intake } from './intake.ts'
import { LARGE } from './large-updates.ts'
import { SERVER, type Ledger } from './ledger.ts'
import type { Persister } from './persister.ts'

interface ServerEditsParts {
  folder: Folder
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

/**
 * Works an edit out of the document, given as updates to be applied in order, to be written under `client`; undefined: there
 * is nothing to do. What people do meanwhile is merged with it, as if they had been offline.
 */
export type MakeEdit = (
  parts: readonly Uint8Array[],
  client: number,
) => Promise<Uint8Array | undefined>

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
   * `change` is about to be run on and may say no.
   */
  edit(change: (doc: Y.Doc) => void, first?: First): Promise<void> {
    return this.make(async (parts, client) =>
      first && !(await first(parts)) ? undefined : editDocument(parts, client, change),
    )
  }

  /** Has an edit made; resolves when it is on disk and sent to all. */
  make(make: MakeEdit): Promise<void> {
    const edit = this.#last.then(() => this.#make(make))
    this.#last = edit.catch(() => undefined)
    return edit
  }

  async #make(make: MakeEdit): Promise<void> {
    const { document, persister, folder } = this.#parts
    this.#client ??= this.#parts.freeClient()
    const update = await make(document.parts(), this.#client)
    if (persister.isFailing) {
      throw new StoreError('unavailable', 'Edits can’t be put on disk at the moment.')
    }
    if (!update) return
    // A large one goes in pieces, as everybody's do, so that nobody waits for its check.
    const pieces = update.length < LARGE ? [update] : await folder.split(update, LARGE / 2)
    for (const piece of pieces) await this.#accept(piece)
  }

  async #accept(update: Uint8Array): Promise<void> {
    const { ledger, intake, inbox, tick } = this.#parts
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
