import type { NewObject } from '../../shared/board/commands.ts'
import { byPaint } from '../../shared/draw/scene.ts'
import { MAX_COORDINATE, type Point, type Size } from '../../shared/geometry.ts'
import { newId } from '../../shared/ids.ts'
import type { Field } from '../../shared/objects/fields.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { endsOf, isLink } from '../model/kinds.ts'
import { movers } from './plans.ts'
import { isRecord } from '../../shared/record.ts'

/** An object as it is copied: plain data that can leave the board. */
export interface Copied {
  id: string
  type: string
  at: Point
  size: Size
  frame?: string
  fields: Readonly<Record<string, unknown>>
}

/** These objects, all that lies in their containers, and the ties among them, from the bottom to the top. */
export function copyOf(board: BoardModel, ids: Iterable<string>): Copied[] {
  const chosen = movers(board, ids, true)
  for (const object of board.objects()) {
    const ends = isLink(object) ? endsOf(object) : []
    if (ends.length > 0 && ends.every((end) => chosen.has(end))) chosen.add(object.id)
  }
  return [...chosen]
    .flatMap((id) => board.object(id) ?? [])
    .sort(byPaint)
    .map(
      ({
        id,
        type,
        at,
        size,
        frame,
        fields: { locked: _locked, furniture: _furniture, ...fields },
      }) => ({
        id,
        type,
        at,
        size,
        ...(frame !== undefined && { frame }),
        fields,
      }),
    )
}

/** The value of a field with every id in it taken to its `target`, or out where it has none. */
function redirected(
  field: Field,
  value: unknown,
  target: (id: string) => string | undefined,
): unknown {
  switch (field.kind) {
    case 'reference':
      return typeof value === 'string' ? target(value) : undefined
    case 'references':
      return Array.isArray(value)
        ? value.flatMap((id) => (typeof id === 'string' ? (target(id) ?? []) : []))
        : undefined
    case 'shares':
      return isRecord(value)
        ? Object.fromEntries(
            Object.entries(value).flatMap(([id, share]) => {
              const to = target(id)
              return to === undefined ? [] : [[to, share]]
            }),
          )
        : undefined
    case 'signatures':
      // Nobody has signed the copy.
      return undefined
    default:
      return value
  }
}

const within = (value: number): number => Math.max(-MAX_COORDINATE, Math.min(MAX_COORDINATE, value))

/**
 * New objects from copied ones, moved by `dx`, `dy`. References among them follow; others stay where `board` has what they
 * refer to, and are left out where not. A tie that has lost an end is not made.
 */
export function newFrom(
  copied: readonly Copied[],
  [dx, dy]: Point,
  board: BoardModel,
): (NewObject & { id: string })[] {
  const fresh = new Map(copied.map(({ id }) => [id, newId()]))
  const groups = new Map<string, string>()
  const target = (id: string): string | undefined =>
    fresh.get(id) ?? (board.object(id) ? id : undefined)
  return copied.flatMap(({ id, type, at, size, frame, fields: old }) => {
    const definition = definitionOf(type)
    const fields: Record<string, unknown> = { ...old }
    for (const [key, field] of Object.entries(definition?.fields ?? {})) {
      fields[key] = redirected(field, fields[key], target)
    }
    const isWhole =
      definition?.place !== 'link' || ['from', 'to'].every((end) => fields[end] !== undefined)
    const own = fresh.get(id)
    if (!isWhole || own === undefined) return []
    const { group } = old
    if (typeof group === 'string') {
      const renamed = groups.get(group) ?? newId()
      groups.set(group, renamed)
      fields['group'] = renamed
    }
    const into = frame === undefined ? undefined : target(frame)
    return [
      {
        id: own,
        type,
        at: [within(at[0] + dx), within(at[1] + dy)] as const,
        size,
        ...(into !== undefined && { frame: into }),
        fields,
      },
    ]
  })
}
