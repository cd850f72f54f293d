import * as Y from 'yjs'
import { addObjects, placeObjects, setEndField, setField } from '../../shared/board/commands.ts'
import { boardKeys, rootsOf } from '../../shared/board/layout.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import type { End } from '../../shared/board/readings.ts'
import { textOf } from '../../shared/board/text-of.ts'
import { viewOf } from '../../shared/board/view.ts'
import { boxOf, union, type Point } from '../../shared/geometry.ts'
import { newId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { organisationTokens } from '../../shared/look/palette.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { organisation } from '../../shared/objects/organisation.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { besideAll } from './beside-all.ts'
import { countSides } from './count-sides.ts'
import { Issues, type ImportIssue, type ImportSummary } from './issue.ts'
import { layOut } from './lay-out.ts'
import type { Named, Network } from './network.ts'
import { nameKey } from '../../shared/text/line.ts'
import { factsFor, planTies, type Plan } from './plan-ties.ts'

/** Whether an organisation may be moved: it is nobody's furniture, not locked, and not put into a frame. */
const isMovable = ({ type, frame, fields }: BoardObject): boolean =>
  type === 'organisation' &&
  frame === undefined &&
  fields['furniture'] !== true &&
  fields['locked'] !== true

const sectorOf = (named: Named | undefined): string | undefined => {
  const sector = named?.fields['sector']
  return typeof sector === 'string' ? sector : undefined
}

const tellsContactAlone = ({ ties }: Network): boolean => {
  const sides = ties.flatMap(({ sides: { from, to } }) => [from, to])
  return (
    sides.some(({ fields }) => fields['contact'] !== undefined) &&
    sides.every(({ trust }) => Object.keys(trust).length === 0)
  )
}

/** Writes what an end or an object that is on the board says; where people type at once, what they typed stays. */
function fill(
  doc: Y.Doc,
  id: string,
  end: End | undefined,
  key: string,
  value: unknown,
  origin: unknown,
): void {
  const ends = rootsOf(doc).objects.get(id)?.get('ends')
  const side = ends instanceof Y.Map && end ? (ends.get(end) as unknown) : undefined
  const text = side instanceof Y.Map ? (side.get(key) as unknown) : textOf(doc, id, key)
  if (text instanceof Y.Text) {
    if (text.length === 0 && typeof value === 'string') text.insert(0, value)
  } else if (end) setEndField(doc, id, end, key, value, origin)
  else setField(doc, id, key, value, origin)
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
  const onBoard = new Map<string, BoardObject>()
  let before = 0
  for (const object of objects) {
    if (object.type !== 'organisation') continue
    before += 1
    const { name } = object.fields
    const key = typeof name === 'string' ? nameKey(name) : ''
    if (!network.organisations.has(key) || ids.has(key)) continue
    ids.set(key, object.id)
    onBoard.set(key, object)
  }
  const fresh = [...network.organisations.keys()].filter((key) => !ids.has(key))
  if (before + fresh.length > limits.organisations) {
    return fail([
      filled(
        'The board has {before} organisations and the file adds {n}; a board holds {most} at most.',
        {
          before,
          n: fresh.length,
          most: limits.organisations,
        },
      ),
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
        sector: sectorOf(network.organisations.get(keyOf.get(object.id) ?? '')),
      })),
      ...fresh.map((key) => ({
        key,
        size: organisation.size,
        sector: sectorOf(network.organisations.get(key)),
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
    facts: [],
    sides: [],
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
        colour: organisationTokens[(before + plan.objects.length) % organisationTokens.length],
        ...network.organisations.get(key)?.fields,
        name: network.organisations.get(key)?.name,
      },
    })
  }
  for (const [key, { fields }] of network.organisations) {
    const here = onBoard.get(key)
    if (here) plan.facts.push(...factsFor(here, fields))
  }
  planTies(plan, network, ids, objects, now)

  const { board, readings } = rootsOf(doc)
  doc.transact(() => {
    addObjects(doc, plan.objects, origin)
    placeObjects(doc, plan.moves, origin)
    for (const { id, end, key, value } of plan.fills) fill(doc, id, end, key, value, origin)
    for (const { id, key, value } of plan.facts) fill(doc, id, undefined, key, value, origin)
    for (const reading of plan.readings) readings.set(newId(), reading)
    if (tellsContactAlone(network) && !hadTies) board.set(boardKeys.tiesShow, 'contact')
  }, origin)
  return ok({
    organisations: plan.organisations,
    relationships: plan.relationships,
    readings: plan.readings.length,
    ...countSides(plan.sides),
    objects: plan.objects.length,
    notes: [...network.notes, ...plan.notes.list()],
  })
}
