import * as Y from 'yjs'
import { decodeValue, encodeValue } from './json-values.ts'
import { gaugeFields } from '../objects/organisation-profile.ts'
import { boardKeys, rootsOf } from './layout.ts'

/** What of the `board` root stays as it is: what says how the document itself came to be. */
const own = new Set<string>([boardKeys.schema, boardKeys.restored])

/** What of an object stays as it is: an organisation consents to it now, whatever it said then. */
const apart = new Set(Object.keys(gaugeFields))

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

const isPlain = (text: Y.Text): boolean =>
  (text.toDelta() as { insert: unknown; attributes?: unknown }[]).every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  )

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(encodeValue(one)) === JSON.stringify(encodeValue(other))

/** Only the stretch that differs is written, so that what others type elsewhere in the text stays where it is. */
function turnText(text: Y.Text, wanted: Y.Text): void {
  if (isSame(text, wanted)) return
  if (!isPlain(text) || !isPlain(wanted)) {
    text.delete(0, text.length)
    text.applyDelta(wanted.toDelta())
    return
  }
  const [before, after] = [text.toJSON(), wanted.toJSON()]
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  // A sign outside the basic plane is two: they belong together.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1
  if (end > 0 && isHigh(before.charCodeAt(before.length - end - 1))) end -= 1
  text.delete(start, before.length - end - start)
  text.insert(start, after.slice(start, after.length - end))
}

function turnMap(
  map: Y.Map<unknown>,
  wanted: Y.Map<unknown>,
  stays?: ReadonlySet<string>,
  staysInside?: ReadonlySet<string>,
): void {
  for (const key of map.keys()) {
    if (!wanted.has(key) && !stays?.has(key)) map.delete(key)
  }
  for (const [key, value] of wanted.entries()) {
    if (stays?.has(key)) continue
    const now: unknown = map.get(key)
    if (now instanceof Y.Map && value instanceof Y.Map) turnMap(now, value, staysInside)
    else if (now instanceof Y.Text && value instanceof Y.Text) turnText(now, value)
    else if (!map.has(key) || !isSame(now, value))
      map.set(key, decodeValue(encodeValue(value), key))
  }
}

/**
 * Edits `doc`, as one transaction with `origin`, until its objects, readings, comments and board facts say what `wanted`
 * says; what is the same already is not touched. Root types that this version doesn't know stay as they are.
 */
export function turnInto(doc: Y.Doc, wanted: Y.Doc, origin: unknown): void {
  const [now, then] = [rootsOf(doc), rootsOf(wanted)]
  doc.transact(() => {
    turnMap(now.board, then.board, own)
    turnMap(now.objects as Y.Map<unknown>, then.objects as Y.Map<unknown>, undefined, apart)
    turnMap(now.readings, then.readings)
    turnMap(now.comments, then.comments)
  }, origin)
}
