import type { BoardObject } from '../../../shared/board/object.ts'
import type { DrawContext } from '../../../shared/draw/context.ts'
import { readAs } from '../../../shared/objects/define.ts'
import { markOf, type Mark } from '../../../shared/objects/mark.ts'
import { organisation } from '../../../shared/objects/organisation.ts'
import { t } from '../../words/t.ts'

/** How an organisation appears in the chrome. */
export interface OrganisationFace extends Mark {
  id: string
  name: string
}

const faces = new WeakMap<BoardObject, OrganisationFace>()

/** The face of an organisation object; the same one until the object changes. */
export function faceOf(object: BoardObject): OrganisationFace {
  const known = faces.get(object)
  if (known) return known
  const name = readAs(organisation, object).values.name.trim() || t('Unnamed organisation')
  const face = { id: object.id, name, ...markOf(object) }
  faces.set(object, face)
  return face
}

/** The organisation with this id, or undefined when there is none. */
export function organisationById(
  board: DrawContext,
  id: string | null | undefined,
): OrganisationFace | undefined {
  const object = id ? board.object(id) : undefined
  return object?.type === organisation.type ? faceOf(object) : undefined
}
