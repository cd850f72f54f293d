import type * as Y from 'yjs'
import { assert } from '../../shared/assert.ts'
import { editDocument } from '../edit-document.ts'
import { StoreError } from '../store/store-error.ts'
import type { Clock } from '../clock.ts'
import type { Batch } from './batch.ts'
import { checkUpdate } from './check.ts'
import type { BoardDocument } from './document.ts'
import { mergeAll } from './fold.ts'
import type { Folder } from './folder.ts'
import type { Intake } from './intake.ts'
import { LARGE } from './large-updates.ts'
import { SERVER, type Ledger } from './ledger.ts'
import type { Persister } from './persister.ts'

interface ServerEditsParts {
  folder: Folder
  ledger: Ledger
  document: BoardDocument
  intake: Intake
  persister: Persister
  clock: Clock
  /** a piece of an edit is taken, and will be handed over with the others */
  accepted: (update: Uint8Array) => void
  /** hands over what is in the inbox */
  tick(): void
  /** a client id that is nobody's */
  freeClient(): number
}

const THE_SERVER: Batch['authors'] = new Set([null])

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
    const { document, persister, folder, clock } = this.#parts
    this.#client ??= this.#parts.freeClient()
    const update = await make(document.parts(), this.#client)
    if (persister.isFailing) {
      throw new StoreError('unavailable', 'Edits can’t be put on disk at the moment.')
    }
    if (!update) return
    // A large one is checked and relayed in pieces, as everybody's are, so that nobody waits for it.
    const pieces = update.length < LARGE ? [update] : await folder.split(update, LARGE / 2)
    const batches: Batch[] = []
    for (const piece of pieces) {
      if (batches.length > 0) await new Promise<void>((resolve) => clock.after(0, resolve))
      const batch = this.#accept(piece)
      if (batch) batches.push(batch)
    }
    await this.#handOver(batches)
  }

  /** Takes note of a piece; what is to be stored and relayed of it. */
  #accept(update: Uint8Array): Batch | undefined {
    const { ledger, intake, accepted } = this.#parts
    const verdict = checkUpdate(update, ledger, SERVER)
    if (verdict.kind === 'known') return undefined
    assert(verdict.kind === 'accepted' && !verdict.leftOut, 'the server’s own edit is sound')
    const whole = mergeAll([verdict.update])
    const claims = intake.note(verdict, SERVER, true)
    accepted(whole)
    const { clocks } = verdict.effect
    return { update: whole, clocks, claims, authors: THE_SERVER, handled: new Map(), done: [] }
  }

  /** All pieces go to the disk in one commit: a crash leaves the whole edit behind, or nothing of it. */
  #handOver(batches: readonly Batch[]): Promise<void> {
    const { intake, persister, tick } = this.#parts
    const last = batches.at(-1)
    if (!last) return Promise.resolve()
    intake.changed()
    return new Promise((resolve, reject) => {
      const done: Batch['done'] = [(error) => (error ? reject(error) : resolve())]
      // What people did before goes first; what they do next doesn't wait for the server's edit when the disk fails.
      tick()
      persister.add(...batches.slice(0, -1), { ...last, done })
    })
  }
}
