import type { NewObject } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import type { End, Reading } from '../../shared/board/readings.ts'
import { endsOf } from '../../shared/draw/tie-settings.ts'
import type { Point } from '../../shared/geometry.ts'
import { newId } from '../../shared/ids.ts'
import { filled } from '../../shared/words/told.ts'
import type { Issues } from './issue.ts'
import type { Network, Side, Tie } from './network.ts'

const ends = ['from', 'to'] as const satisfies readonly End[]

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Every relationship on the board by its pair of organisations; the lowest of several between the same two. */
function tiesByPair(objects: readonly BoardObject[]): Map<string, BoardObject> {
  const found = new Map<string, BoardObject>()
  for (const object of objects) {
    const pair = object.type === 'relationship' ? endsOf(object) : undefined
    if (!pair) continue
    const key = pairKey(...pair)
    if (!found.has(key)) found.set(key, object)
  }
  return found
}

/** What each end of `relationship` said, whichever way round it was drawn. */
const sidesFor = (tie: Tie, sameWay: boolean): Tie['sides'] =>
  sameWay ? tie.sides : { from: tie.sides.to, to: tie.sides.from }

const readingOf = (relationship: string, end: End, { trust, when }: Side, now: string): Reading => {
  const { overall, ...dimensions } = trust
  const isWhole = Object.keys(dimensions).length === 0
  return {
    relationship,
    end,
    at: when.at ?? now,
    // What was answered by dimension needs no sum of it beside it.
    ...(isWhole ? { overall } : dimensions),
    source: 'import',
  }
}

const endValue = (relationship: BoardObject, end: End, key: string): unknown => {
  const both = relationship.fields['ends'] as
    | Partial<Record<End, Record<string, unknown>>>
    | undefined
  return both?.[end]?.[key]
}

interface Fact {
  id: string
  key: string
  value: unknown
}

/** What an import will write. */
export interface Plan {
  objects: NewObject[]
  /** organisations that were there and take part in the layout */
  moves: { id: string; at: Point }[]
  readings: Reading[]
  /** answers for relationships that are on the board already */
  fills: { id: string; end: End; key: string; value: unknown }[]
  /** what the file knows of organisations that are on the board already and say nothing of it */
  facts: Fact[]
  /** what each side newly says beside trust */
  sides: Record<string, unknown>[]
  organisations: number
  relationships: number
  notes: Issues
}

/** What a field that is on the board already gets: what the file knows, where nobody has said anything. */
export function factsFor(object: BoardObject, known: Readonly<Record<string, unknown>>): Fact[] {
  return Object.entries(known).flatMap(([key, value]) => {
    const here = object.fields[key]
    // A board that was made from names alone has the sector “other” for each.
    const isOpen = here === undefined || here === '' || (key === 'sector' && here === 'other')
    return isOpen ? [{ id: object.id, key, value }] : []
  })
}

/** Plans the relationships of a network and the answers of their sides; those that are on the board already are used again. */
export function planTies(
  plan: Plan,
  network: Network,
  ids: ReadonlyMap<string, string>,
  objects: readonly BoardObject[],
  now: string,
): void {
  const onBoard = tiesByPair(objects)
  const used = new Set<string>()
  for (const tie of network.ties) {
    const from = ids.get(tie.from)
    const to = ids.get(tie.to)
    if (from === undefined || to === undefined) continue
    const there = onBoard.get(pairKey(from, to))
    // A second relationship of the same two in the file is another one on the board too.
    const known = there && !used.has(there.id) ? there : undefined
    const id = known?.id ?? newId()
    used.add(id)
    const sides = sidesFor(tie, !known || endsOf(known)?.[0] === from)
    for (const end of ends) {
      if (Object.keys(sides[end].trust).length > 0) {
        plan.readings.push(readingOf(id, end, sides[end], now))
      }
      if (!known) {
        plan.sides.push(sides[end].fields)
        continue
      }
      const told: Record<string, unknown> = {}
      plan.sides.push(told)
      for (const [key, value] of Object.entries(sides[end].fields)) {
        const here = endValue(known, end, key)
        if (here === undefined || here === '') {
          plan.fills.push({ id, end, key, value })
          told[key] = value
        } else if (here !== value) {
          const names = [tie.from, tie.to].map((k) => network.organisations.get(k)?.name ?? '')
          plan.notes.add(
            filled('{pair}: the answer on the board is kept.', { pair: names.join(' – ') }),
          )
        }
      }
    }
    if (known) {
      plan.facts.push(...factsFor(known, tie.fields))
      continue
    }
    plan.relationships += 1
    plan.objects.push({
      id,
      type: 'relationship',
      at: [0, 0],
      fields: { ...tie.fields, from, to, ends: { from: sides.from.fields, to: sides.to.fields } },
    })
  }
}
