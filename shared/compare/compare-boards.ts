import { boardKeys } from '../board/layout.ts'
import type { BoardObject } from '../board/object.ts'
import type { End } from '../board/readings.ts'
import { readField, type Field } from '../objects/fields.ts'
import { definitionOf } from '../objects/index.ts'
import { angleOf } from '../objects/turn.ts'
import { gaugeFields } from '../objects/organisation-profile.ts'
import { compareTrust, type TieChange } from './compare-trust.ts'
import type { BoardContent } from './content.ts'
import { asRecord } from '../record.ts'

/** A field that says something else than it did; the values are as in the document, to be read by `field`. */
export interface FieldChange {
  /** undefined for what this version doesn't know */
  field: Field | undefined
  key: string
  /** the side of a relationship that says it */
  end?: End
  was: unknown
  is: unknown
}

/** An object that is not as it was. */
export interface ObjectChange {
  was: BoardObject
  is: BoardObject
  fields: readonly FieldChange[]
  /** it lies elsewhere, in another frame, or has another size */
  moved: boolean
}

/** What is different between a board at two times; of everything in the order of ids. */
export interface Comparison {
  added: readonly BoardObject[]
  removed: readonly BoardObject[]
  changed: readonly ObjectChange[]
  /** title and purpose, where they are others */
  facts: readonly { key: 'title' | 'purpose' | 'marking'; was: string; is: string }[]
  trust: readonly TieChange[]
  /** how many comments there are more, and how many of the former are gone */
  comments: { added: number; removed: number }
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** What is no content of an object, and what no version keeps. */
const aside = new Set(['group', 'furniture', 'locked', ...Object.keys(gaugeFields)])

function fieldChanges(then: BoardObject, now: BoardObject): FieldChange[] {
  const fields = definitionOf(now.type)?.fields ?? {}
  const keys = new Set([
    ...Object.keys(fields),
    ...Object.keys(then.fields).sort(),
    ...Object.keys(now.fields).sort(),
  ])
  const found: FieldChange[] = []
  for (const key of keys) {
    const field: Field | undefined = fields[key]
    // A turn is a move.
    if (aside.has(key) || field?.kind === 'angle') continue
    const [was, is] = [then.fields[key], now.fields[key]]
    if (field?.kind === 'ends') {
      for (const end of ['from', 'to'] as const) {
        const [before, after] = [asRecord(asRecord(was)[end]), asRecord(asRecord(is)[end])]
        for (const [part, inner] of Object.entries<Field>(field.fields)) {
          if (isSame(readField(inner, before[part]), readField(inner, after[part]))) continue
          found.push({ field: inner, key: part, end, was: before[part], is: after[part] })
        }
      }
    } else if (field ? !isSame(readField(field, was), readField(field, is)) : !isSame(was, is)) {
      found.push({ field, key, was, is })
    }
  }
  return found
}

const hasMoved = (then: BoardObject, now: BoardObject): boolean =>
  // A link has no place of its own.
  definitionOf(now.type)?.place !== 'link' &&
  !(
    isSame(then.at, now.at) &&
    isSame(then.size, now.size) &&
    angleOf(then) === angleOf(now) &&
    then.frame === now.frame
  )

/** A fact in words: the marking has several parts. */
const factWords = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.values(asRecord(value))
        .filter((part) => typeof part === 'string' && part !== '')
        .join(', ')

/** What was added, removed and changed on a board between `then` and `now`, and what became of trust. */
export function compareBoards(then: BoardContent, now: BoardContent): Comparison {
  const ids = [...new Set([...then.objects.keys(), ...now.objects.keys()])].sort()
  const added: BoardObject[] = []
  const removed: BoardObject[] = []
  const changed: ObjectChange[] = []
  for (const id of ids) {
    const [was, is] = [then.object(id), now.object(id)]
    // What is another kind of thing under the same id is another thing.
    const isOther = was?.type !== is?.type
    if (was && isOther) removed.push(was)
    if (is && isOther) added.push(is)
    if (!was || !is || isOther) continue
    const fields = fieldChanges(was, is)
    const moved = hasMoved(was, is)
    if (fields.length > 0 || moved) changed.push({ was, is, fields, moved })
  }
  const facts = ([boardKeys.title, boardKeys.purpose, boardKeys.marking] as const).flatMap(
    (key) => {
      const [was, is] = [factWords(then.facts.get(key)), factWords(now.facts.get(key))]
      return was === is ? [] : [{ key, was, is }]
    },
  )
  const more = [...now.comments].filter((id) => !then.comments.has(id)).length
  const fewer = [...then.comments].filter((id) => !now.comments.has(id)).length
  return {
    added,
    removed,
    changed,
    facts,
    trust: compareTrust(then, now),
    comments: { added: more, removed: fewer },
  }
}
