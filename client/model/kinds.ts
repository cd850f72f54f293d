import type { BoardObject } from '../../shared/board/object.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import { boundsOf, drawingOf, layerOf } from '../../shared/draw/scene.ts'
import { endsOf as tieEnds } from '../../shared/draw/tie-settings.ts'
import { grow, type Box } from '../../shared/geometry.ts'
import { readField } from '../../shared/objects/fields.ts'
import { definitions, definitionOf } from '../../shared/objects/index.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import { t } from '../words/t.ts'

/** Whether the object is drawn between two others. */
export const isLink = (object: BoardObject): boolean => layerOf(object) === 1

/** Whether other objects can lie in the object and move with it. */
export const isContainer = (object: BoardObject): boolean => layerOf(object) === 0

/** Whether objects of a type can lie in a container: neither links nor containers do. */
export function isHeldType(type: string): boolean {
  const definition = definitionOf(type)
  return definition?.place !== 'link' && !definition?.carries
}

/** The id of the group that the object belongs to. */
export function groupOf({ fields }: BoardObject): string | undefined {
  const { group } = fields
  return typeof group === 'string' && group !== '' ? group : undefined
}

/** Whether the object itself says that it is held in place; `BoardModel.isHeld` knows the other reasons too. */
export const isLocked = (object: BoardObject): boolean => object.fields['locked'] === true

const linkDefinitions = definitions.filter((definition) => definition.place === 'link')

const endTypes = (definition: ObjectDefinition, end: 'from' | 'to'): readonly string[] => {
  const field = definition.fields[end]
  return field?.kind === 'reference' ? field.types : []
}

/** Whether a link of this kind may have the object at that end. */
export const canEnd = (
  definition: ObjectDefinition,
  end: 'from' | 'to',
  object: BoardObject,
): boolean => endTypes(definition, end).includes(object.type)

/** The kind of link that a person most likely draws from this object; undefined when it can have none. */
export const linkFrom = (object: BoardObject): ObjectDefinition | undefined =>
  linkDefinitions.find((definition) => canEnd(definition, 'from', object))

/** The ids at the two ends of a link; none for what is no whole link. */
export const endsOf = (object: BoardObject): readonly string[] => tieEnds(object) ?? []

// Shadows, titles above a frame and badges at an edge are drawn beyond the box; culling must allow for them.
const OVERHANG = 48

/** The box within which everything that the object draws lies. */
export function paintedBox(object: BoardObject, context: DrawContext): Box | undefined {
  const box = boundsOf(object, context)
  return box && grow(box, isLink(object) ? 8 : OVERHANG)
}

/** Whether the object is there and draws nothing as it is: without its text it would be lost on the map. */
export const isUnseen = (object: BoardObject | undefined, context: DrawContext): boolean =>
  object !== undefined && !isLink(object) && !drawingOf(object, context)

/** The field that a person types into on the canvas, or undefined when the object has none. */
export function typedField(object: BoardObject): string | undefined {
  const definition = definitionOf(object.type)
  // A link has no box to type in unless its kind says where.
  if (definition?.untyped || (definition?.place === 'link' && !definition.typing)) return undefined
  const kind = definition?.fields[definition.title]?.kind
  return kind === 'text' || kind === 'line' ? definition?.title : undefined
}

/** An object's title as people read it, for a link the names of its ends, and what it is about after them; empty when it has none. */
export function titleOf(object: BoardObject, context: DrawContext): string {
  const definition = definitionOf(object.type)
  const field = definition?.fields[definition.title]
  const value = field ? readField(field, object.fields[definition.title]) : ''
  const title = field?.kind !== 'reference' && typeof value === 'string' ? value.trim() : ''
  if (definition?.place !== 'link') return title
  const names = endsOf(object).map((id) => {
    const end = context.object(id)
    return end ? titleOf(end, context) : ''
  })
  if (!names.some(Boolean)) return title
  const ends = names.map((name) => name || t('unnamed')).join(' – ')
  return title ? `${ends} (${title})` : ends
}

/** How the object is called aloud and in messages: its kind, then its title or the names of its ends, of which at most `most` characters. */
export function nameOf(object: BoardObject, context: DrawContext, most = 80): string {
  const definition = definitionOf(object.type)
  const kind = t(definition?.name.one ?? 'Object of an unknown kind')
  const title = titleOf(object, context)
  const short = title.length > most ? `${title.slice(0, most - 1)}…` : title
  if (short) return `${kind} ${short}`
  return definition?.untyped ? t('{kind}, not described', { kind }) : t('{kind}, empty', { kind })
}
