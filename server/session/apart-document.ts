import type * as Y from 'yjs'
import { freePlace } from '../../shared/arrange/free-place.ts'
import { nearestFree } from '../../shared/arrange/nearest-free.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { viewOf } from '../../shared/board/view.ts'
import { boxOf, contains, type Point } from '../../shared/geometry.ts'
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

/** What a frame keeps for its border, and at its top for its title and prompt. */
const EDGE = 24
const HEAD = 112

/** In the frame that is meant for it, while that has room. */
function placeOf(doc: Y.Doc): { at: Point; frame?: string } {
  const { objects } = viewOf(doc)
  const home = objects.find(
    ({ type, fields }) => type === 'frame' && fields['takes'] === assumption.type,
  )
  if (home) {
    const inside = objects.filter(
      ({ frame, type }) => frame === home.id && definitionOf(type)?.place !== 'link',
    )
    const at = nearestFree(
      inside.map((one) => boxOf(one.at, one.size)),
      assumption.size,
      [home.at[0] + EDGE, home.at[1] + HEAD],
      EDGE,
    )
    if (contains(boxOf(home.at, home.size), boxOf(at, assumption.size))) {
      return { at, frame: home.id }
    }
  }
  const { at, frame } = freePlace(objects, assumption.type, assumption.size)
  return { at, ...(frame !== undefined && { frame }) }
}

/** Puts up the cards that are not on the board yet, in their order. */
export function putUp(doc: Y.Doc, cards: readonly Card[]): void {
  for (const { id, text, about } of cards) {
    if (rootsOf(doc).objects.has(id)) continue
    const fields = { title: text, ...(about !== 'all' && { about }) }
    addObjects(doc, [{ id, type: assumption.type, ...placeOf(doc), fields }], null)
  }
}
