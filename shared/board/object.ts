import * as Y from 'yjs'
import { RISK_SIZE, severityInSize } from './old-risk.ts'
import { isOrderKey } from './order.ts'
import { MAX_COORDINATE, type Point, type Size } from '../geometry.ts'

/** An object as everything outside the document sees it: frozen plain data; Y.Text has become a string. */
export interface BoardObject {
  readonly id: string
  readonly type: string
  readonly at: Point
  readonly size: Size
  readonly order: string
  readonly frame: string | undefined
  /** Every other key as it is in the document, unknown ones included; read through a definition's `read`. */
  readonly fields: Readonly<Record<string, unknown>>
}

type Own = Exclude<keyof BoardObject, 'id' | 'fields'>

const isOwn = (key: string): key is Own =>
  key === 'type' || key === 'at' || key === 'size' || key === 'order' || key === 'frame'

const finite = (value: unknown, fallback: number, limit = MAX_COORDINATE): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.max(-limit, Math.min(limit, value))
    : fallback

const pair = (value: unknown, fallback: readonly [number, number]): [number, number] =>
  Array.isArray(value)
    ? [finite(value[0], fallback[0]), finite(value[1], fallback[1])]
    : [fallback[0], fallback[1]]

/** A document value as plain data: Y.Text → string, Y.Map and Y.Array → object and array. */
export function plain(value: unknown): unknown {
  if (value instanceof Y.Text) return value.toJSON()
  if (value instanceof Y.AbstractType) return value.toJSON()
  return value
}

/** Reads one object of the document. Bad or missing geometry becomes a safe value; nothing throws. */
export function readObject(id: string, map: Y.Map<unknown>): BoardObject {
  const own: { [key in Own]?: unknown } = {}
  const fields: Record<string, unknown> = {}
  // Once through all of it: asked key by key, a map of Yjs takes twice as long.
  map.forEach((value, key) => {
    if (isOwn(key)) own[key] = value
    else fields[key] = plain(value)
  })
  const { type, order, frame } = own
  const severity = severityInSize(type, own.size)
  if (severity !== undefined) fields['severity'] ??= severity
  const size = pair(own.size, severity === undefined ? [160, 100] : RISK_SIZE)
  return {
    id,
    type: typeof type === 'string' ? type : 'unknown',
    at: pair(own.at, [0, 0]),
    size: [Math.max(1, size[0]), Math.max(1, size[1])],
    order: isOrderKey(order) ? order : 'a0',
    frame: typeof frame === 'string' ? frame : undefined,
    fields,
  }
}
