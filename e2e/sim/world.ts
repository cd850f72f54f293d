import * as Y from 'yjs'
import { createRooms } from '../../server/rooms/create-rooms.ts'
import type { RelayLimits } from '../../server/rooms/options.ts'
import type { Rooms } from '../../server/rooms/rooms.ts'
import type { ParticipantRow } from '../../server/store/store.ts'
import type { Role } from '../../shared/access.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { Chance } from './chance.ts'
import { contentOf, equal, sameContent } from './content.ts'
import type { Link } from './link.ts'
import { MemoryDisk } from './memory-disk.ts'
import { Person } from './person.ts'
import { SimClock } from './sim-clock.ts'
import { SimFolder } from './sim-folder.ts'

const BOARD = 'b1'
/** A client id of the document that the board was made with. */
const FOUNDER = 1

/** Lets everything that needs no clock, disk or network come to rest. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A server process. */
interface Process {
  rooms: Rooms
  folder: SimFolder
  links: Set<Link>
}

const cast: readonly { name: string; role: Role }[] = [
  { name: 'asha', role: 'partner' },
  { name: 'ben', role: 'partner' },
  { name: 'olu', role: 'observer' },
  { name: 'vic', role: 'observer' },
  { name: 'fay', role: 'facilitator' },
  { name: 'chidi', role: 'partner' },
  { name: 'eve', role: 'partner' },
]

const faults: string[] = []
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object, message?: string) => {
    const { err } = fields as { err?: Error }
    if (err && err.name !== 'StoreError') faults.push(`${message}: ${err.stack}`)
  },
}

/** Real rooms on a disk and a network that chance governs, with people who edit one board. */
export class World {
  readonly chance: Chance
  readonly clock = new SimClock()
  readonly disk = new MemoryDisk()
  readonly people: Person[] = []
  /** Someone who edits although observers may not: nothing of it may go anywhere. */
  readonly rogue: Person | undefined
  readonly #rows = new Map<string, ParticipantRow>()
  readonly #limits: Partial<RelayLimits>
  #process: Process | undefined
  #isReadOnly = false
  #serverEdits = 0

  constructor(seed: number, names?: readonly string[]) {
    faults.length = 0
    const chance = new Chance(seed)
    this.chance = chance
    const present = names
      ? cast.filter(({ name }) => names.includes(name))
      : cast.slice(0, 4 + chance.roll(3))
    for (const { name, role } of present) this.people.push(new Person(name, role, chance))
    this.rogue = this.people.find(({ name }) => name === 'vic')
    this.#limits = {
      compactUpdates: 3 + chance.roll(30),
      // At times so little that almost everyone is a slow reader.
      bufferedSoft: chance.is(0.3) ? 400 : 256_000,
    }
  }

  person(name: string): Person {
    const found = this.people.find((person) => person.name === name)
    if (!found) throw new Error(`${name} is not here.`)
    return found
  }

  get honest(): Person[] {
    return this.people.filter((person) => person !== this.rogue)
  }

  async begin(): Promise<void> {
    const doc = new Y.Doc()
    doc.clientID = FOUNDER
    rootsOf(doc).board.set('title', 'Place board')
    const at: [number, number] = [0, 0]
    const types = ['organisation', 'organisation', 'note', 'frame']
    addObjects(
      doc,
      types.map((type, index) => ({ id: `f${index}`, type, at })),
      null,
    )
    const store = this.disk.open()
    const row = { id: BOARD, title: 'T', epoch: 'e1', readOnly: false, createdAt: 1, changedAt: 1 }
    await store.create(row, [], Y.encodeStateAsUpdate(doc))
    for (const { name, role } of this.people) {
      const participant: ParticipantRow = {
        id: `p-${name}`,
        board: BOARD,
        link: `l-${role}`,
        name,
        role,
        organisation: null,
        tokenHash: name,
        joinedAt: 1,
        removedAt: null,
        waiting: null,
      }
      this.#rows.set(name, participant)
      await store.addParticipant(participant)
    }
    this.disk.hold = true
    this.#start()
  }

  /** One random thing that happens. */
  async step(): Promise<void> {
    const { chance } = this
    const person = chance.pick(this.people)
    const what = chance.weigh({
      edit: 30,
      toServer: 30,
      toClient: 40,
      connect: 12,
      lose: 3,
      reload: 1,
      presence: 2,
      wait: 8,
      commit: 25,
      fold: 20,
      fault: 1,
      crash: 0.6,
      stop: 0.3,
      serverEdit: 1,
      readOnly: 0.5,
    })
    switch (what) {
      case 'edit':
        this.#edit(person)
        break
      case 'toServer':
        for (const link of this.#someLinks()) link.deliverToServer()
        break
      case 'toClient':
        for (const link of this.#someLinks()) link.deliverToClient()
        break
      case 'connect':
        if (person) this.connect(person)
        break
      case 'lose':
        this.#lose(person)
        break
      case 'reload':
        if (person !== this.rogue) person?.reload()
        break
      case 'presence':
        person?.showPresence()
        break
      case 'wait':
        await this.#wait(chance.pick([5, 60, 300, 3_000, 25_000]) ?? 5)
        break
      case 'commit':
        this.disk.pending.shift()?.commit()
        break
      case 'fold':
        this.#process?.folder.pending.shift()?.()
        break
      case 'fault':
        for (const { fail } of this.disk.pending.splice(0)) fail()
        break
      case 'crash':
        this.crash()
        await this.#expectConfirmed('after a crash')
        if (chance.is(0.7)) this.#start()
        break
      case 'stop':
        await this.stop()
        await this.#expectConfirmed('after a stop')
        break
      case 'serverEdit':
        this.#serverEdit()
        break
      case 'readOnly':
        await this.#setReadOnly(!this.#isReadOnly)
        break
    }
    await rest()
  }

  connect(person: Person): void {
    if (!this.#process) this.#start()
    const process = this.#process
    const row = this.#rows.get(person.name)
    if (person.isOnline || !process || !row) return
    person.connect((link) => {
      process.links.add(link)
      process.rooms.connect(link.server.asSocket(), row, 'rapport')
    })
  }

  /** The process dies without a word; what was on its way to the disk may be there or not. */
  crash(): void {
    const process = this.#process
    if (!process) return
    this.#process = undefined
    this.clock.kill(process)
    this.disk.crash(this.chance.roll(this.disk.pending.length + 1))
    process.folder.pending.length = 0
    for (const link of process.links) link.loseServer()
  }

  /** The process is told to stop, and does. */
  async stop(): Promise<void> {
    const process = this.#process
    if (!process) return
    const closed: true[] = []
    void process.rooms.close().then(() => closed.push(true))
    for (let i = 0; closed.length === 0 && i < 2_000; i += 1) {
      await this.#turn(process)
      await this.#wait(20)
    }
    if (closed.length === 0) throw new Error('The server didn’t stop.')
    for (let i = 0; i < 300; i += 1) await this.#turn(process)
    await this.#wait(5_000)
    for (const link of process.links) {
      if (link.server.readyState !== 3) throw new Error('A stopped server holds a socket.')
    }
    if (this.clock.pending(process) > 0) throw new Error('A stopped server holds a timer.')
    this.#process = undefined
    this.disk.pending = []
  }

  /** Everyone comes back, everything arrives, and nothing new happens; then what must hold is checked. */
  async settle(...who: readonly Person[]): Promise<void> {
    const people = who.length > 0 ? who : this.people
    if (this.#isReadOnly) await this.#setReadOnly(false)
    let quiet = 0
    for (let i = 0; quiet < 4; i += 1) {
      if (i > 4_000) throw new Error('It never comes to rest.')
      for (const person of people) this.connect(person)
      const process = this.#process
      const moved = process ? await this.#turn(process) : true
      if (moved) quiet = 0
      else {
        quiet += 1
        await this.#wait(1_500)
      }
    }
  }

  /** What must hold once everything has settled. */
  async check(): Promise<void> {
    const expected = contentOf(this.person('asha').doc)
    for (const { name, doc, saved, ended, session } of this.honest) {
      sameContent(contentOf(doc), expected, `${name}’s document and asha’s`)
      if (doc.store.pendingStructs || doc.store.pendingDs)
        throw new Error(`${name} lacks something.`)
      equal(saved.count, 0, `${name}’s unsaved changes`)
      equal(ended, [], `endings of ${name}’s connections`)
      equal(session?.storage, 'ok', `what ${name} is told of the disk`)
    }
    sameContent(contentOf(await this.#stored()), expected, 'the stored document and asha’s')
    const participants = new Map<number, string>()
    for (const { clientId, participant } of (await this.disk.open().load(BOARD)).claims) {
      participants.set(clientId, participant)
    }
    if ([...participants.values()].includes('p-vic')) throw new Error('An observer owns content.')
    await this.#expectConfirmed('at the end')
    equal(faults, [], 'faults that the server logged')
  }

  /** Throws when two people don't see the same. */
  expectSame(one: Person, other: Person): void {
    sameContent(contentOf(one.doc), contentOf(other.doc), `${one.name}’s and ${other.name}’s`)
  }

  /** Throws when the disk doesn't hold what `person` sees. */
  async expectStored(person: Person): Promise<void> {
    sameContent(contentOf(await this.#stored()), contentOf(person.doc), 'the stored document and')
  }

  /** Everyone leaves; the room must go, with its sockets and timers. */
  async leave(): Promise<void> {
    const process = this.#process
    for (const person of this.people) person.close()
    if (!process) return
    for (let i = 0; i < 40; i += 1) {
      while (await this.#turn(process));
      await this.#wait(1_000)
    }
    // One timer is left: the heart that beats for whoever comes.
    equal(this.clock.pending(process), 1, 'timers of a server without people')
    equal((await this.disk.open().load(BOARD)).updates.length, 0, 'updates behind the snapshot')
    for (const link of process.links)
      equal(link.server.readyState, 3, 'a socket of someone who left')
    await this.#expectConfirmed('after unloading')
    await this.stop()
  }

  #start(): void {
    const process = { links: new Set<Link>(), folder: new SimFolder() }
    const rooms = createRooms(this.disk.open(), {
      log,
      folder: process.folder,
      limits: this.#limits,
      chance: () => this.chance.next(),
      clock: this.clock.forProcess(process),
    })
    this.#process = Object.assign(process, { rooms })
  }

  #edit(person: Person | undefined): void {
    if (!person || (person.role === 'observer' && person !== this.rogue)) return
    person.edit()
  }

  #lose(person: Person | undefined): void {
    switch (this.chance.weigh({ cut: 2, vanish: 2, close: 1 })) {
      case 'cut':
        person?.link?.cut()
        break
      case 'vanish':
        person?.vanish()
        break
      case 'close':
        person?.close()
        break
    }
  }

  #serverEdit(): void {
    this.#serverEdits += 1
    const id = `s${this.#serverEdits}`
    this.#process?.rooms
      .edit(BOARD, (doc) => {
        addObjects(doc, [{ id, type: 'organisation', at: [1, 1] }], null)
      })
      .catch((error: Error) => {
        if (error.name !== 'StoreError') faults.push(String(error.stack))
      })
  }

  async #setReadOnly(readOnly: boolean): Promise<void> {
    this.#isReadOnly = readOnly
    await this.disk.open().change(BOARD, { readOnly })
    void this.#process?.rooms.refresh(BOARD).catch(() => undefined)
    await rest()
  }

  #someLinks(): Link[] {
    return [...(this.#process?.links ?? [])].filter(() => this.chance.is(0.4))
  }

  async #wait(ms: number): Promise<void> {
    await this.clock.advance(ms, rest)
  }

  /** Everything that waits moves on by one; whether anything did. */
  async #turn(process: Process): Promise<boolean> {
    let moved = false
    for (const link of process.links) {
      const [there, back] = [link.deliverToServer(), link.deliverToClient()]
      if (there || back) moved = true
      if (!link.clientIsOpen && !link.server.isListening) process.links.delete(link)
    }
    for (const { commit } of this.disk.pending.splice(0)) {
      commit()
      moved = true
    }
    for (const go of process.folder.pending.splice(0)) {
      go()
      moved = true
    }
    await rest()
    return moved
  }

  async #stored(): Promise<Y.Doc> {
    const { snapshot, updates } = await this.disk.open().load(BOARD)
    const doc = new Y.Doc()
    for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update)
    return doc
  }

  /** Everything that anyone was told is saved must be on disk. */
  async #expectConfirmed(when: string): Promise<void> {
    const doc = await this.#stored()
    const before = Y.snapshot(doc)
    for (const { name, edits, confirmed } of this.people) {
      if (confirmed === 0) continue
      Y.applyUpdate(doc, Y.mergeUpdates(edits.slice(0, confirmed)))
      if (
        Y.equalSnapshots(before, Y.snapshot(doc)) &&
        !doc.store.pendingDs &&
        !doc.store.pendingStructs
      )
        continue
      throw new Error(`${when}: something of ${name}’s that was called saved is not on disk.`)
    }
  }
}
