import * as Y from 'yjs'
import { textOf } from '../../shared/board/text-of.ts'
import type { TextItem } from '../../shared/draw/items.ts'
import { linePlace } from '../../shared/draw/line-place.ts'
import { textWidth } from '../../shared/text/measure.ts'
import type { Editing } from '../model/ui.ts'
import type { OtherCaret } from './mirror.ts'
import type { Person } from './people.ts'

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const isId = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const { client, clock } = value as Partial<Record<string, unknown>>
  return isCount(client) && isCount(clock)
}

/** A caret as it is sent to the others: it keeps its place whatever is typed before it. */
export const caretOf = (text: Y.Text, index: number): unknown =>
  Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))

/** Where a caret that somebody sent stands in `text`; undefined for nonsense and for a caret in another text. */
export function indexOfCaret(doc: Y.Doc, text: Y.Text, caret: unknown): number | undefined {
  if (typeof caret !== 'object' || caret === null) return undefined
  const { item, type, tname } = caret as Partial<Record<string, unknown>>
  // Anything may have been sent; only what names an element by its id is looked up.
  const named = tname === undefined || tname === null
  if (!named || !(isId(item) || isId(type))) return undefined
  const ids = { ...(isId(item) && { item }), ...(isId(type) && { type }) }
  const found = Y.createAbsolutePositionFromRelativePosition(
    Y.createRelativePositionFromJSON(ids),
    doc,
  )
  return found?.type === text ? Math.min(found.index, text.length) : undefined
}

const space = /[^\S\r\n]/

/** At which character of `text` each of its `lines` begins, as `breakText` broke them. */
function lineStarts(text: string, lines: readonly string[]): number[] {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    if (!space.test(line.charAt(0))) while (space.test(text.charAt(at))) at++
    starts.push(at)
    at += line.length
    while (space.test(text.charAt(at))) at++
    if (text.startsWith('\r\n', at)) at += 2
    else if (/[\r\n]/.test(text.charAt(at))) at++
  }
  return starts
}

/** Where a caret before the character `index` of `text` is seen in the item that shows the text: its top, and how tall it is. */
export function caretIn(
  item: TextItem,
  text: string,
  index: number,
): { x: number; y: number; height: number } {
  const starts = lineStarts(text, item.lines)
  const number = Math.max(
    0,
    starts.findLastIndex((start) => start <= index),
  )
  const line = item.lines[number] ?? ''
  const width = (part: string): number => textWidth(part, item.size, item.weight)
  const before = width(line.slice(0, Math.max(0, index - (starts[number] ?? 0))))
  const { x, align, rightToLeft } = linePlace(item, number)
  const left = x - width(line) * { left: 0, centre: 0.5, right: 1 }[align]
  return {
    x: rightToLeft ? left + width(line) - before : left + before,
    y: item.y + number * item.lineHeight,
    height: item.lineHeight,
  }
}

/** The carets of the others who are typing into the open field. */
export function caretsIn(
  doc: Y.Doc,
  { id, field }: Editing,
  others: Iterable<Person>,
): OtherCaret[] {
  const text = textOf(doc, id, field)
  if (!text) return []
  return [...others].flatMap((person) => {
    if (person.editing?.id !== id || person.editing.field !== field) return []
    const index = indexOfCaret(doc, text, person.editing.caret)
    return index === undefined ? [] : [{ person, index }]
  })
}
