import type * as Y from 'yjs'
import { FRAME_EDGE, roomIn } from '../../shared/arrange/frame-room.ts'
import { freePlace } from '../../shared/arrange/free-place.ts'
import { freeIn } from '../../shared/arrange/nearest-free.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { viewOf } from '../../shared/board/view.ts'
import { boxOf, type Point, type Size } from '../../shared/geometry.ts'
import { assumption } from '../../shared/objects/assumption.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { gaugeFields } from '../../shared/objects/organisation-profile.ts'
import type { Gauge } from '../../shared/session/private-commands.ts'

/** A card that has no author. */
export interface Card {
  id: string
  text: string
  about: string
}

const keys = Object.keys(gaugeFields) as (keyof typeof gaugeFields)[]

/** Makes an organisation's object show its gauge if that is published, and nothing of it otherwise. */
export function showGauge(doc: Y.Doc, organisation: string, gauge: Gauge): void {
  const object = rootsOf(doc).objects.get(organisation)
  if (object?.get('type') !== 'organisation') return
  const shown: Record<keyof typeof gaugeFields, unknown> = {
    pressure: gauge.level ?? undefined,
    pressureNote: gauge.note || undefined,
  }
  for (const key of keys) {
    const value = gauge.published ? shown[key] : undefined
    if (value === undefined) object.delete(key)
    else if (object.get(key) !== value) object.set(key, value)
  }
}

/** The frame for assumptions has a short prompt. */
const HEAD = 112

/** How large a card must be for all of it to be read. */
function sizeFor(title: string): Size {
  const { type, size, heightFor } = assumption
  const [width, usual] = size
  const card = {
    id: '',
    type,
    at: [0, 0],
    size,
    frame: undefined,
    order: '',
    fields: { title },
  } as const
  return [width, Math.max(usual, heightFor?.(card) ?? 0)]
}

/** In the frame that is meant for it, while that has room. */
function placeOf(doc: Y.Doc, size: Size): { at: Point; frame?: string } {
  const { objects } = viewOf(doc)
  const home = objects.find(
    ({ type, fields }) => type === 'frame' && fields['takes'] === assumption.type,
  )
  if (home) {
    const inside = objects.filter(
      ({ frame, type }) => frame === home.id && definitionOf(type)?.place !== 'link',
    )
    const at = freeIn(
      roomIn(boxOf(home.at, home.size), HEAD),
      inside.map((one) => boxOf(one.at, one.size)),
      size,
      FRAME_EDGE,
    )
    if (at) return { at, frame: home.id }
  }
  const { at, frame } = freePlace(objects, assumption.type, size)
  return { at, ...(frame !== undefined && { frame }) }
}

/** Puts up the cards that are not on the board yet, in their order. */
export function putUp(doc: Y.Doc, cards: readonly Card[]): void {
  for (const { id, text, about } of cards) {
    if (rootsOf(doc).objects.has(id)) continue
    const fields = { title: text, ...(about !== 'all' && { about }) }
    const size = sizeFor(text)
    addObjects(doc, [{ id, type: assumption.type, size, ...placeOf(doc, size), fields }], null)
  }
}
