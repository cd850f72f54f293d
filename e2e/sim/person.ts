import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { holdingSocket, type HoldingSocket } from '../../client/session/socket.ts'
import { SavedChanges } from '../../client/session/saved.ts'
import type { Role } from '../../shared/access.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { close } from '../../shared/protocol/close.ts'
import { decodeJson, decodeSaved, messageType } from '../../shared/protocol/messages.ts'
import type { ResultMessage, Session } from '../../shared/protocol/session.ts'
import { awarenessFrame, syncFrame, syncType } from '../../server/rooms/frames.ts'
import type { Chance } from './chance.ts'
import { HAND, randomEdit } from './edits.ts'
import { Link } from './link.ts'

const finals = new Set<number>(
  Object.values(close).flatMap(({ code, retry }) => (retry ? [] : [code])),
)

/** Someone with a browser: a real document, the real count of unsaved changes, and the y-websocket protocol. */
export class Person {
  readonly name: string
  readonly role: Role
  readonly #chance: Chance
  doc!: Y.Doc
  saved!: SavedChanges
  #undo!: Y.UndoManager
  link: Link | undefined
  #socket: HoldingSocket | undefined
  session: Session | undefined
  synced = false
  /** close codes after which a client doesn't come back */
  readonly ended: number[] = []
  readonly notices: string[] = []
  /** own edits, and how many of them were confirmed at some time or other */
  readonly edits: Uint8Array[] = []
  confirmed = 0
  #presenceClock = 0

  constructor(name: string, role: Role, chance: Chance) {
    this.name = name
    this.role = role
    this.#chance = chance
    this.#open([], 0)
  }

  get isOnline(): boolean {
    return this.link !== undefined
  }

  /** Does something to the board. */
  edit(): void {
    randomEdit(this.doc, this.#undo, this.#chance)
  }

  /** Closes the page and opens it again from the browser's copy, under a new client id. */
  reload(): void {
    const { count } = this.saved
    const copy = Y.encodeStateAsUpdate(this.doc)
    this.close()
    this.saved.destroy()
    this.#undo.destroy()
    this.doc.destroy()
    this.#open([copy], count)
  }

  /** Opens a link to the relay, which takes its other end. */
  connect(accept: (link: Link) => void): void {
    const link = new Link({
      message: (frame) => this.#read(frame),
      closed: (code) => {
        if (finals.has(code)) this.ended.push(code)
        if (this.link === link) this.#lost()
      },
    })
    class Base {
      send(frame: Uint8Array): void {
        link.send(frame)
      }
    }
    const Socket = holdingSocket(Base as unknown as typeof WebSocket, (message) => {
      if (message.kind === 'update') this.saved.sentUpdate()
      if (message.kind === 'step2') this.saved.sentStep2(message.structs)
    })
    this.link = link
    this.#socket = new Socket('wss://sim') as HoldingSocket
    accept(link)
    this.#send(syncFrame('step1', Y.encodeStateVector(this.doc)))
    this.showPresence()
  }

  /** Shows a new state of this person, as a moving pointer does. */
  showPresence(): void {
    this.#presenceClock += 1
    const entry = {
      clientId: this.doc.clientID,
      clock: this.#presenceClock,
      state: '{"cursor":[1,2]}',
    }
    this.#send(awarenessFrame([entry]))
  }

  /** Closes the link properly. */
  close(): void {
    const { link } = this
    this.#lost()
    link?.closeByClient()
  }

  /** Loses the link, of which the relay hears nothing. */
  vanish(): void {
    this.link?.loseClient()
  }

  #open(copy: readonly Uint8Array[], unsaved: number): void {
    const doc = new Y.Doc()
    doc.clientID = this.#chance.roll(2 ** 32)
    this.doc = doc
    for (const update of copy) Y.applyUpdate(doc, update)
    this.saved = new SavedChanges(doc, (origin) => origin !== this)
    if (unsaved > 0) this.saved.restore(unsaved)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.edits.push(update)
      if (this.link) this.#send(syncFrame('update', update))
    })
    const { board, objects, readings, comments } = rootsOf(doc)
    this.#undo = new Y.UndoManager([board, objects, readings, comments], {
      trackedOrigins: new Set([HAND]),
      captureTimeout: 0,
    })
    this.#presenceClock = 0
  }

  #lost(): void {
    this.link = undefined
    this.#socket = undefined
    this.session = undefined
    this.synced = false
    this.saved.reset()
  }

  #send(frame: Uint8Array): void {
    this.#socket?.send(frame as Uint8Array<ArrayBuffer>)
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync:
        this.#readSync(decoder)
        break
      case messageType.saved:
        this.saved.saved(decodeSaved(decoder))
        if (this.saved.count === 0) this.confirmed = this.edits.length
        break
      case messageType.session:
        this.session = decodeJson(decoder) as Session
        this.#socket?.letGo()
        break
      case messageType.result: {
        const result = decodeJson(decoder) as ResultMessage
        if (!('notice' in result)) break
        this.notices.push(result.notice)
        if (result.message !== undefined) this.saved.refused(result.message)
        break
      }
    }
  }

  #readSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (step === syncType.step1) {
      this.#send(syncFrame('step2', Y.encodeStateAsUpdate(this.doc, body)))
      return
    }
    Y.applyUpdate(this.doc, body, this)
    if (step === syncType.step2) this.synced = true
  }
}
