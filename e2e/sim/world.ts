import type { RelayLimits } from '../../server/rooms/options.ts'
import type { ParticipantRow } from '../../server/store/store.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { Chance } from './chance.ts'
import { expectConfirmed, expectSettled } from './checks.ts'
import { equal } from './content.ts'
import { events, eventsBetweenNodes } from './events.ts'
import type { Link } from './link.ts'
import { MemoryDisk } from './memory-disk.ts'
import { Person } from './person.ts'
import { rest } from './rest.ts'
import { BOARD, cast, found } from './setting.ts'
import { SimBus } from './sim-bus.ts'
import { SimClock } from './sim-clock.ts'
import { SimServer } from './sim-server.ts'

/** Who is there, and on how many nodes. */
interface WorldOptions {
  /** all of them; chance decides when absent */
  names?: readonly string[]
  nodes?: number
}

/** Real rooms on a disk and a network that chance governs, with people who edit one board. */
export class World {
  readonly chance: Chance
  readonly clock = new SimClock()
  readonly disk = new MemoryDisk(() => this.clock.now)
  readonly people: Person[] = []
  /** Someone who edits although observers may not: nothing of it may go anywhere. */
  readonly rogue: Person | undefined
  readonly #limits: Partial<RelayLimits>
  readonly #nodes: number
  readonly #bus: SimBus | undefined
  readonly #faults: string[] = []
  #rows = new Map<string, ParticipantRow>()
  #servers: SimServer[] = []
  #isReadOnly = false
  #serverEdits = 0

  constructor(seed: number, { names, nodes = 1 }: WorldOptions = {}) {
    const chance = new Chance(seed)
    this.chance = chance
    this.#nodes = nodes
    if (nodes > 1) this.#bus = new SimBus(chance)
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
    const person = this.people.find((one) => one.name === name)
    if (!person) throw new Error(`${name} is not here.`)
    return person
  }

  get honest(): Person[] {
    return this.people.filter((person) => person !== this.rogue)
  }

  async begin(): Promise<void> {
    this.#rows = await found(this.disk.open(), this.people)
    this.disk.hold = true
    while (this.#servers.length < this.#nodes) this.#start()
  }

  /** One random thing that happens. */
  async step(): Promise<void> {
    const { chance } = this
    const person = chance.pick(this.people)
    const what = this.#bus ? chance.weigh(eventsBetweenNodes) : chance.weigh(events)
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
        this.#some()?.folder.pending.shift()?.()
        break
      case 'fault':
        for (const { fail } of this.disk.pending.splice(0)) fail()
        break
      case 'crash':
        this.#crash()
        await expectConfirmed(this.disk, this.people, 'after a crash')
        if (chance.is(0.7)) this.#start()
        break
      case 'stop':
        await this.#stop()
        await expectConfirmed(this.disk, this.people, 'after a stop')
        break
      case 'serverEdit':
        this.#serverEdit()
        break
      case 'readOnly':
        await this.#setReadOnly(!this.#isReadOnly)
        break
      case 'start':
        this.#start()
        break
      case 'bus':
        this.#bus?.deliver()
        break
      case 'spoil':
        this.#bus?.spoil()
        break
      case 'contact':
        this.#bus?.turnContact()
        break
    }
    await rest()
  }

  /** The person connects to one of the nodes, unless they are online as far as they know. */
  connect(person: Person): void {
    if (this.#servers.length === 0) this.#start()
    const row = this.#rows.get(person.name)
    if (person.isOnline || !row) return
    const server = this.#some()
    person.connect((link) => server?.accept(link, row))
  }

  /** Everyone comes back, everything arrives, and nothing new happens. */
  async settle(...who: readonly Person[]): Promise<void> {
    const people = who.length > 0 ? who : this.people
    if (this.#isReadOnly) await this.#setReadOnly(false)
    let quiet = 0
    // Six seconds: in five a node looks at the log, even if nobody told it of anything.
    for (let i = 0; quiet < 4; i += 1) {
      if (i > 4_000) throw new Error('It never comes to rest.')
      for (const person of people) this.connect(person)
      this.#bus?.heal()
      if (await this.#turn()) quiet = 0
      else {
        quiet += 1
        await this.#wait(1_500)
      }
    }
  }

  /** What must hold once everything has settled. */
  async check(): Promise<void> {
    await expectSettled(this.disk, this.honest)
    await expectConfirmed(this.disk, this.people, 'at the end')
    equal(this.#faults, [], 'faults that the server logged')
  }

  /** Everyone leaves; the rooms must go, with their sockets and timers. */
  async leave(): Promise<void> {
    for (const person of this.people) person.close()
    if (this.#servers.length === 0) return
    for (let i = 0; i < 60; i += 1) {
      while (await this.#turn());
      await this.#wait(1_000)
    }
    for (const { timers, links } of this.#servers) {
      // Two timers are left: the heart that beats for whoever comes, and the next look for logs.
      equal(timers, 2, 'timers of a server without people')
      for (const link of links) equal(link.server.readyState, 3, 'a socket of someone who left')
    }
    const { updates } = await this.disk.open().load(BOARD)
    equal(updates.length, 0, 'updates behind the snapshot')
    await expectConfirmed(this.disk, this.people, 'after unloading')
    while (this.#servers.length > 0) await this.#stop()
  }

  /** One of the servers that run. */
  #some(): SimServer | undefined {
    return this.#servers.length > 1 ? this.chance.pick(this.#servers) : this.#servers[0]
  }

  #start(): void {
    if (this.#servers.length === this.#nodes) return
    const { disk, clock, chance } = this
    const fault = (text: string): void => void this.#faults.push(text)
    const parts = { disk, clock, chance, limits: this.#limits, bus: this.#bus, fault }
    this.#servers.push(new SimServer(parts))
  }

  #crash(): void {
    const server = this.#some()
    this.#servers = this.#servers.filter((one) => one !== server)
    server?.crash()
  }

  async #stop(): Promise<void> {
    const server = this.#some()
    if (!server) return
    await server.stop(() => this.#turn())
    this.#servers = this.#servers.filter((one) => one !== server)
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
    this.#some()
      ?.rooms.edit(BOARD, (doc) => {
        addObjects(doc, [{ id, type: 'organisation', at: [1, 1] }], null)
      })
      .catch((error: Error) => {
        if (error.name !== 'StoreError') this.#faults.push(String(error.stack))
      })
  }

  async #setReadOnly(readOnly: boolean): Promise<void> {
    this.#isReadOnly = readOnly
    await this.disk.open().change(BOARD, { readOnly })
    void this.#some()
      ?.rooms.refresh(BOARD)
      .catch(() => undefined)
    await rest()
  }

  #someLinks(): Link[] {
    const links = this.#servers.flatMap((server) => [...server.links])
    return links.filter(() => this.chance.is(0.4))
  }

  async #wait(ms: number): Promise<void> {
    await this.clock.advance(ms, rest)
  }

  /** Everything that waits moves on by one; whether anything did. Nodes tell each other something all the time. */
  async #turn(): Promise<boolean> {
    const moved = this.#servers.map((server) => server.turnLinks())
    const changes = this.disk.pending.splice(0)
    for (const { commit } of changes) commit()
    moved.push(changes.length > 0, ...this.#servers.map((server) => server.turnFolder()))
    this.#bus?.deliverAll()
    await rest()
    return moved.includes(true)
  }
}
