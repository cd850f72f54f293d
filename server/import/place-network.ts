import type * as Y from 'yjs'
import {
  addObjects,
  placeObjects,
  setEndField,
  type NewObject,
} from '../../shared/board/commands.ts'
import { boardKeys, rootsOf } from '../../shared/board/layout.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import type { End, Reading } from '../../shared/board/readings.ts'
import { viewOf } from '../../shared/board/view.ts'
import { endsOf } from '../../shared/draw/tie-settings.ts'
import { boxOf, union, type Point } from '../../shared/geometry.ts'
import { newId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { organisationTokens } from '../../shared/look/palette.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { organisation } from '../../shared/objects/organisation.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Issues, type ImportIssue, type ImportSummary } from './issue.ts'
import { besideAll } from './beside-all.ts'
import { layOut } from './lay-out.ts'
import { nameKey } from './organisation-name.ts'
import type { Network, Tie } from './read-relationships.ts'

const ends = ['from', 'to'] as const satisfies readonly End[]
const fieldOf = { contact: 'contact', level: 'levelNow' } as const

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

/** The rating of each end of `relationship`, whichever way round it was drawn. */
const ratingsFor = (tie: Tie, sameWay: boolean): Tie['ratings'] =>
  sameWay ? tie.ratings : { from: tie.ratings.to, to: tie.ratings.from }

const endValue = (relationship: BoardObject, end: End, key: string): unknown => {
  const both = relationship.fields['ends'] as
    | Partial<Record<End, Record<string, unknown>>>
    | undefined
  return both?.[end]?.[key]
}

/** Whether an organisation may be moved: it is nobody's furniture, not locked, and not put into a frame. */
const isMovable = ({ type, frame, fields }: BoardObject): boolean =>
  type === 'organisation' &&
  frame === undefined &&
  fields['furniture'] !== true &&
  fields['locked'] !== true

interface Plan {
  objects: NewObject[]
  /** organisations that were there and take part in the layout */
  moves: { id: string; at: Point }[]
  readings: Reading[]
  /** answers for relationships that are on the board already */
  fills: { id: string; end: End; key: string; value: number }[]
  organisations: number
  relationships: number
  notes: Issues
}

function planTies(
  plan: Plan,
  network: Network,
  ids: ReadonlyMap<string, string>,
  objects: readonly BoardObject[],
  now: string,
): void {
  const { measure } = network
  const onBoard = tiesByPair(objects)
  for (const tie of network.ties) {
    const from = ids.get(tie.from)
    const to = ids.get(tie.to)
    if (from === undefined || to === undefined) continue
    const known = onBoard.get(pairKey(from, to))
    const id = known?.id ?? newId()
    const ratings = ratingsFor(tie, !known || endsOf(known)?.[0] === from)
    const values: Record<End, Record<string, unknown>> = { from: {}, to: {} }
    for (const end of ends) {
      const value = ratings[end]
      if (value === undefined) continue
      if (measure === 'trust') {
        plan.readings.push({
          relationship: id,
          end,
          at: now,
          overall: value,
          source: 'import',
        })
        continue
      }
      const key = fieldOf[measure]
      if (!known) values[end][key] = value
      else if (endValue(known, end, key) === undefined) {
        plan.fills.push({ id, end, key, value: value as number })
      } else if (endValue(known, end, key) !== value) {
        const names = [tie.from, tie.to].map((k) => network.organisations.get(k)?.name ?? '')
        plan.notes.add({ detail: `${names.join(' – ')}: the answer on the board is kept.` })
      }
    }
    if (known) continue
    plan.relationships += 1
    plan.objects.push({ id, type: 'relationship', at: [0, 0], fields: { from, to, ends: values } })
  }
}

/** Puts a network on a board in one transaction, or nothing when the board can't take it. */
export function placeNetwork(
  doc: Y.Doc,
  network: Network,
  now: string,
  origin: unknown,
): Result<ImportSummary, readonly ImportIssue[]> {
  const { objects } = viewOf(doc)
  const ids = new Map<string, string>()
  let before = 0
  for (const object of objects) {
    if (object.type !== 'organisation') continue
    before += 1
    const { name } = object.fields
    const key = typeof name === 'string' ? nameKey(name) : ''
    if (network.organisations.has(key) && !ids.has(key)) ids.set(key, object.id)
  }
  const fresh = [...network.organisations.keys()].filter((key) => !ids.has(key))
  if (before + fresh.length > limits.organisations) {
    return fail([
      {
        detail: `The board has ${before} organisations and the file adds ${fresh.length}; a board holds ${limits.organisations} at most.`,
      },
    ])
  }
  const hadTies = objects.some((object) => object.type === 'relationship')
  // Where no tie was drawn yet nobody has arranged anything: who is there already takes part in the layout.
  const movable = hadTies ? [] : objects.filter(isMovable)
  const keyOf = new Map([...ids].map(([key, id]) => [id, key]))
  const placed = layOut(
    [
      ...movable.map((object) => ({
        key: keyOf.get(object.id) ?? object.id,
        id: object.id,
        size: object.size,
        sector: network.organisations.get(keyOf.get(object.id) ?? '')?.sector,
      })),
      ...fresh.map((key) => ({
        key,
        size: organisation.size,
        sector: network.organisations.get(key)?.sector,
      })),
    ],
    network.ties,
  )
  const moving = new Set(movable.map(({ id }) => id))
  const boxes = objects
    .filter(({ id, type }) => !moving.has(id) && definitionOf(type)?.place !== 'link')
    .map((object) => boxOf(object.at, object.size))
  const block = union(placed.map(({ at, size }) => boxOf(at, size)))
  const [dx, dy] = block ? besideAll(boxes, block) : [0, 0]
  const plan: Plan = {
    objects: [],
    moves: [],
    readings: [],
    fills: [],
    organisations: fresh.length,
    relationships: 0,
    notes: new Issues(),
  }
  for (const { key, id, at } of placed) {
    const place: Point = [at[0] + dx, at[1] + dy]
    if (moving.has(id)) {
      plan.moves.push({ id, at: place })
      continue
    }
    ids.set(key, id)
    plan.objects.push({
      id,
      type: 'organisation',
      at: place,
      fields: {
        ...network.organisations.get(key),
        colour: organisationTokens[(before + plan.objects.length) % organisationTokens.length],
      },
    })
  }
  planTies(plan, network, ids, objects, now)

  const { board, readings } = rootsOf(doc)
  doc.transact(() => {
    addObjects(doc, plan.objects, origin)
    placeObjects(doc, plan.moves, origin)
    for (const { id, end, key, value } of plan.fills) setEndField(doc, id, end, key, value, origin)
    for (const reading of plan.readings) readings.set(newId(), reading)
    if (network.measure === 'contact' && !hadTies) board.set(boardKeys.tiesShow, 'contact')
  }, origin)
  return ok({
    organisations: plan.organisations,
    relationships: plan.relationships,
    readings: plan.readings.length,
    objects: plan.objects.length,
    notes: [...network.notes, ...plan.notes.list()],
  })
}
