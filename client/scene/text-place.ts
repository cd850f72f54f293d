import type { BoardObject } from '../../shared/board/object.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import type { TextItem, TextPlace } from '../../shared/draw/items.ts'
import { drawingOf, uprightBoxOf } from '../../shared/draw/scene.ts'
import { boxOf } from '../../shared/geometry.ts'
import type { Token } from '../../shared/look/palette.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { isLink } from '../model/kinds.ts'
import { itemShowing } from './drawings.ts'

function textItem(object: BoardObject, field: string, context: DrawContext): TextItem | undefined {
  const value = object.fields[field]
  const text = typeof value === 'string' && value.trim() !== '' ? value : 'x'
  // An empty field draws nothing, or a hint; a single letter shows where its text would stand.
  const probed = { ...object, fields: { ...object.fields, [field]: text } }
  return itemShowing(drawingOf(probed, context)?.items ?? [], text)
}

/** Where the text of an object's field stands, relative to the drawing's origin: as its definition says, else as its draw list shows. */
export function textPlace(object: BoardObject, field: string, context: DrawContext): TextPlace {
  const said = definitionOf(object.type)?.typing?.(object, field, context)
  if (said) return said
  const item = textItem(object, field, context)
  const { width, height } = boxOf(object.at, object.size)
  if (!item || isLink(object)) {
    return {
      box: { x: 12, y: 12, width: Math.max(40, width - 24), height: Math.max(20, height - 24) },
      size: 16,
      lineHeight: 20,
      weight: 400,
      fill: 'ink',
      align: 'left',
      vertical: 'top',
    }
  }
  const { x, y, size, lineHeight, weight, fill, align, lines } = item
  const margin =
    align === 'left' ? Math.min(x, 12) : align === 'right' ? Math.min(width - x, 12) : 12
  const left = align === 'left' ? x : margin
  const right = align === 'right' ? x : width - margin
  return {
    box: {
      x: left,
      y,
      width: Math.max(size * 2, right - left),
      height: Math.max(1, lines.length) * lineHeight,
    },
    size,
    lineHeight,
    weight,
    fill,
    align,
    vertical: 'top',
  }
}

/** What an open text needs as its ground: on a line the paper of a card; being longer than its object, the colour that it stands on; undefined where it has room. */
export function groundBelow(
  object: BoardObject,
  bottom: number,
  context: DrawContext,
): Token | undefined {
  if (isLink(object)) return 'surface'
  if (bottom <= (uprightBoxOf(object, context)?.height ?? 0)) return undefined
  for (const item of drawingOf(object, context)?.items ?? []) {
    if (item.kind !== 'text' && item.kind !== 'image' && item.fill) return item.fill
  }
  return undefined
}
