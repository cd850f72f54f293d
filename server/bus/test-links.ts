import type { Clock } from '../clock.ts'
import type { BoardStore, LoggedUpdate } from '../store/store.ts'
import type { BusListener, ClusterBus } from './bus.ts'
import type { LinkEvents } from './link-events.ts'
import { NodeLink } from './node-link.ts'

/** A clock that stands still until it is moved. */
export class HandClock implements Clock {
  #now = 1_000_000
  readonly #tasks = new Set<{ at: number; task: () => void }>()

  now(): number {
    return this.#now
  }
  after(delay: number, task: () => void): () => void {
    const entry = { at: this.#now + delay, task }
    this.#tasks.add(entry)
    return () => this.#tasks.delete(entry)
  }
  /** Runs what falls due, in order. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const due = [...this.#tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#tasks.delete(due)
      this.#now = Math.max(this.#now, due.at)
      due.task()
    }
    this.#now = end
  }
}

/** Settles once `isSo`, calling `meanwhile` now and then; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean, meanwhile: () => void = () => undefined) {
  while (!isSo()) {
    meanwhile()
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The bus as a bad network would have it: frames are lost, doubled, or overtaken by the next. */
export function unreliable(bus: ClusterBus, random: () => number): ClusterBus {
  const spoil = (listener: BusListener): BusListener => {
    let held: Uint8Array | undefined
    return {
      gap: () => listener.gap(),
      lost: () => listener.lost(),
      frame(frame) {
        const chance = random()
        if (chance < 0.3) return
        if (chance < 0.5 && !held) {
          held = frame
          return
        }
        listener.frame(frame)
        if (chance < 0.7) listener.frame(frame)
        if (held) listener.frame(held)
        held = undefined
      },
    }
  }
  return { ...bus, subscribe: (board, listener) => bus.subscribe(board, spoil(listener)) }
}

/** What a member was told, aside from updates. */
interface Told {
  presence: string[]
  left: string[]
  ended: string[]
  announced: number
  changed: number
  warnings: string[]
}

/** A room reduced to what a link needs: texts instead of Yjs updates. */
export class Member {
  readonly link: NodeLink
  readonly bus: ClusterBus
  readonly store: BoardStore
  /** texts that came from others, with their numbers, in the order in which they came */
  readonly news: LoggedUpdate[] = []
  readonly own: string[] = []
  readonly told: Told = {
    presence: [],
    left: [],
    ended: [],
    announced: 0,
    changed: 0,
    warnings: [],
  }
  reads = 0

  constructor(
    board: string,
    start: { epoch: string; seq: number },
    parts: { bus: ClusterBus; store: BoardStore; clock: Clock },
  ) {
    const { told } = this
    this.bus = parts.bus
    this.store = parts.store
    const events: LinkEvents = {
      news: (updates) => this.news.push(...updates),
      presence: (_node, body) => told.presence.push(new TextDecoder().decode(body)),
      session: () => undefined,
      announce: () => (told.announced += 1),
      left: (node) => told.left.push(node),
      changed: () => (told.changed += 1),
      ended: (reason) => told.ended.push(reason),
    }
    const updatesAfter: BoardStore['updatesAfter'] = (of, seq) => {
      this.reads += 1
      return parts.store.updatesAfter(of, seq)
    }
    const log = {
      info: () => undefined,
      warn: (_fields: object, message: string) => told.warnings.push(message),
    }
    this.link = new NodeLink(board, start, { ...parts, store: { updatesAfter }, log }, events)
    this.#board = board
    this.#epoch = start.epoch
  }
  readonly #board: string
  readonly #epoch: string

  /** Everything known of the log, own and others', sorted. */
  get known(): string[] {
    return [...this.own, ...this.texts].sort()
  }
  get texts(): string[] {
    return this.news.map(({ update }) => new TextDecoder().decode(update))
  }

  /** Puts texts on disk in one append and hands them over, as a room does. */
  async append(texts: readonly string[], claims: LoggedUpdate['claims'] = []): Promise<number[]> {
    const appends = texts.map((text) => ({
      board: this.#board,
      epoch: this.#epoch,
      update: new TextEncoder().encode(text),
      claims,
    }))
    const numbers = await this.store.append(appends)
    this.own.push(...texts)
    this.link.appended(
      appends.map(({ update }, index) => ({ seq: numbers[index] ?? 0, update, claims })),
    )
    return numbers
  }
}
