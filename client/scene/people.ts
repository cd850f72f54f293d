import * as v from 'valibot'
import { boxOf, type Point } from '../../shared/geometry.ts'
import { angleOf, type Outline } from '../../shared/objects/turn.ts'
import type { Token } from '../../shared/look/palette.ts'
import { markOf } from '../../shared/objects/mark.ts'
import { PresenceSchema, type Presence } from '../../shared/protocol/presence.ts'
import type { Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'

/** Another participant as the map shows them. */
export interface Person {
  /** their connection's client id; two people may be called alike */
  client: number
  name: string
  /** initials of the organisation that they speak for; empty for none */
  initials: string
  token: Token
  cursor: Point | null
  /** when the pointer was last told to be elsewhere, `performance.now()` */
  movedAt: number
  selection: readonly string[]
  /** the field that they are typing in, and their caret as it was sent */
  editing: { id: string; field: string; caret?: unknown } | null
  /** the stroke that they are drawing */
  ink: Presence['ink']
}

interface Kept extends Person {
  presence: Presence
  /** boxes on their way to where the other person has dragged them, and since when they have been let go */
  boxes: Map<string, Outline>
  letGo: Map<string, number>
  /** since when the stroke is finished; undefined: it is not */
  inked: number | undefined
}

type Change = Record<'added' | 'updated' | 'removed', number[]>

// How fast what is shown closes in on what was sent: about 63 % of the way in this many ms.
const EASE_MS = 45
// A dropped object stays where it was dropped until the document says so, or at most this long.
const LINGER_MS = 400

const approach = (from: number, to: number, share: number): number =>
  Math.abs(to - from) < 0.5 ? to : from + (to - from) * share

/** An angle and the one that is wanted, the shorter way round. */
const towards = (from: number, to: number): [from: number, to: number] => [
  from,
  from + ((((to - from) % 360) + 540) % 360) - 180,
]

/** The other participants, from awareness: what they point at, hold, drag and type into, moving smoothly. */
export class People {
  readonly #workspace: Workspace
  readonly #wake: () => void
  readonly #kept = new Map<number, Kept>()
  readonly #dirty = new Set<number>()
  readonly #onChange: (change: Change) => void

  /** `wake` is called when something changed and a frame is due. */
  constructor(workspace: Workspace, wake: () => void) {
    this.#workspace = workspace
    this.#wake = wake
    this.#onChange = ({ added, updated, removed }) => {
      for (const id of [...added, ...updated, ...removed]) {
        if (id !== workspace.doc.clientID) this.#dirty.add(id)
      }
      if (this.#dirty.size > 0) wake()
    }
    workspace.awareness.on('change', this.#onChange)
    this.#onChange({ added: [...workspace.awareness.getStates().keys()], updated: [], removed: [] })
  }

  /** Everyone else on the board. */
  all(): Iterable<Person> {
    return this.#kept.values()
  }

  /** The boxes of what others are dragging. */
  boxes(): Map<string, Outline> {
    const boxes = new Map<string, Outline>()
    for (const { boxes: own } of this.#kept.values())
      for (const [id, box] of own) boxes.set(id, box)
    return boxes
  }

  /** The document has new places for these objects: what was let go lies there now. */
  settle(ids: ReadonlySet<string>): void {
    for (const person of this.#kept.values()) {
      if (person.inked !== undefined) person.ink = null
      for (const id of person.letGo.keys()) {
        if (!ids.has(id)) continue
        person.letGo.delete(id)
        person.boxes.delete(id)
      }
    }
  }

  /** Moves everything on by `ms`; returns whether it is still under way. `jump` leaves the smoothness out. */
  step(now: number, ms: number, jump: boolean): boolean {
    for (const id of this.#dirty) this.#read(id, now)
    this.#dirty.clear()
    const share = jump ? 1 : 1 - Math.exp(-ms / EASE_MS)
    let moving = false
    for (const person of this.#kept.values()) moving = this.#advance(person, now, share) || moving
    return moving
  }

  destroy(): void {
    this.#workspace.awareness.off('change', this.#onChange)
  }

  /** Under which name and colour somebody is shown; as anybody when names are hidden. */
  #faceOf({ participant }: Presence, hidden: boolean): Pick<Person, 'name' | 'initials' | 'token'> {
    const organisation = hidden ? undefined : participant?.organisation
    const object = organisation ? this.#workspace.board.object(organisation) : undefined
    const mark = object && markOf(object)
    return {
      name: hidden ? t('Somebody') : (participant?.name ?? ''),
      initials: mark?.initials ?? '',
      token: mark?.token ?? 'quiet',
    }
  }

  #advance(person: Kept, now: number, share: number): boolean {
    const { participant } = person.presence
    const { hides } = this.#workspace.ui.getState()
    const isVeiled = participant?.role !== 'facilitator'
    const cursor = hides.cursors && isVeiled ? null : person.presence.cursor
    Object.assign(person, this.#faceOf(person.presence, hides.names && isVeiled))
    let moving = false
    if (!cursor) {
      person.cursor = null
    } else if (!person.cursor) {
      person.cursor = cursor
    } else {
      person.cursor = [
        approach(person.cursor[0], cursor[0], share),
        approach(person.cursor[1], cursor[1], share),
      ]
      moving = person.cursor[0] !== cursor[0] || person.cursor[1] !== cursor[1]
    }
    for (const [id, [x, y, width, height, angle]] of Object.entries(
      person.presence.preview ?? {},
    )) {
      const object = this.#workspace.board.object(id)
      if (!object) continue
      const from: Outline = person.boxes.get(id) ?? boxOf(object.at, object.size)
      const turned = angle === undefined ? undefined : towards(from.angle ?? angleOf(object), angle)
      const box = {
        x: approach(from.x, x, share),
        y: approach(from.y, y, share),
        width: Math.max(1, approach(from.width, width, share)),
        height: Math.max(1, approach(from.height, height, share)),
        ...(turned !== undefined && { angle: approach(...turned, share) }),
      }
      person.boxes.set(id, box)
      moving ||= box.x !== x || box.y !== y || box.width !== width || box.height !== height
      if (turned) moving ||= box.angle !== turned[1]
    }
    if (person.ink && person.inked !== undefined) {
      if (now - person.inked > LINGER_MS) person.ink = null
      moving = true
    }
    for (const [id, since] of person.letGo) {
      if (now - since > LINGER_MS) {
        person.letGo.delete(id)
        person.boxes.delete(id)
      }
      moving = true
    }
    return moving
  }

  #read(id: number, now: number): void {
    const state = this.#workspace.awareness.getStates().get(id)
    const parsed = v.safeParse(PresenceSchema, state)
    if (!parsed.success || !isFinitePresence(parsed.output)) {
      this.#kept.delete(id)
      return
    }
    const presence = parsed.output
    const known = this.#kept.get(id)
    const letGo = known?.letGo ?? new Map<string, number>()
    for (const object of Object.keys(presence.preview ?? {})) letGo.delete(object)
    for (const object of known?.boxes.keys() ?? []) {
      if (!presence.preview?.[object] && !letGo.has(object)) letGo.set(object, now)
    }
    this.#kept.set(id, {
      client: id,
      ...this.#faceOf(presence, false),
      cursor: known?.cursor ?? null,
      movedAt:
        String(known?.presence.cursor) === String(presence.cursor) ? (known?.movedAt ?? now) : now,
      selection: presence.selection ?? [],
      editing: presence.editing ?? null,
      ink: presence.ink ?? known?.ink,
      inked: presence.ink ? undefined : (known?.inked ?? now),
      presence,
      boxes: known?.boxes ?? new Map(),
      letGo,
    })
    this.#wake()
  }
}

const isFinitePresence = ({ cursor, preview, ink }: Presence): boolean =>
  [...(cursor ?? []), ...Object.values(preview ?? {}).flat(), ...(ink?.box ?? [])].every(
    (n) => Number.isFinite(n) && Math.abs(n) < 1e7,
  )
