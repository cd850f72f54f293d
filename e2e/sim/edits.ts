import * as Y from 'yjs'
import {
  addObjects,
  placeObjects,
  removeObjects,
  setEndField,
  setField,
  setOpenReading,
} from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { textOf } from '../../shared/board/text-of.ts'
import { definitionOf, definitions } from '../../shared/objects/index.ts'
import type { Chance } from './chance.ts'

/** What the simulation's people do, as origin of their transactions. */
export const HAND = 'hand'

const words = ['trust', ' grows', 'risk', 'é', ' 🌱 ', 'who decides?', '\n', 'shared aim']

const idsOf = (doc: Y.Doc, of?: string): string[] => {
  const ids: string[] = []
  for (const [id, map] of rootsOf(doc).objects as Iterable<[string, unknown]>) {
    if (map instanceof Y.Map && (of === undefined || map.get('type') === of)) ids.push(id)
  }
  return ids
}

const newId = (chance: Chance): string => `o${chance.roll(2 ** 32).toString(36)}`
const side = (chance: Chance): 'from' | 'to' => (chance.is(0.5) ? 'from' : 'to')

/** A text that somebody can type into: a random one of a random object. */
function someText(doc: Y.Doc, chance: Chance): Y.Text | undefined {
  const id = chance.pick(idsOf(doc))
  if (id === undefined) return undefined
  const fields = definitionOf(String(rootsOf(doc).objects.get(id)?.get('type')))?.fields ?? {}
  const keys = Object.entries(fields).flatMap(([key, { kind }]) => (kind === 'text' ? [key] : []))
  const key = chance.pick(keys)
  return key === undefined ? undefined : textOf(doc, id, key)
}

function type(doc: Y.Doc, chance: Chance): void {
  const text = someText(doc, chance)
  if (!text) return
  const at = chance.roll(text.length + 1)
  doc.transact(() => {
    if (text.length > 0 && chance.is(0.35)) {
      const from = chance.roll(text.length)
      text.delete(from, 1 + chance.roll(text.length - from))
    } else text.insert(at, chance.pick(words) ?? '')
  }, HAND)
}

function place(doc: Y.Doc, chance: Chance): void {
  const definition = chance.pick(definitions.filter((one) => one.place !== 'link'))
  if (!definition) return
  const frame = chance.is(0.3) ? chance.pick(idsOf(doc, 'frame')) : undefined
  const news = Array.from({ length: 1 + chance.roll(2) }, () => ({
    id: newId(chance),
    type: definition.type,
    at: [chance.roll(1000), chance.roll(1000)] as [number, number],
    ...(frame === undefined ? {} : { frame }),
  }))
  addObjects(doc, news, HAND)
}

function relate(doc: Y.Doc, chance: Chance): void {
  const [from, to] = [chance.pick(idsOf(doc)), chance.pick(idsOf(doc))]
  if (from === undefined || to === undefined) return
  const fields = { from, to, ends: { from: {}, to: {} } }
  addObjects(doc, [{ id: newId(chance), type: 'relationship', at: [0, 0], fields }], HAND)
}

function speak(doc: Y.Doc, chance: Chance): void {
  const id = chance.pick(idsOf(doc, 'relationship'))
  if (id === undefined) return
  if (chance.is(0.5)) {
    setEndField(
      doc,
      id,
      side(chance),
      chance.pick(['mode', 'note', 'deal']) ?? '',
      chance.roll(5),
      HAND,
    )
    return
  }
  const reading = {
    relationship: id,
    end: side(chance),
    at: `2026-03-0${1 + chance.roll(3)}T10:00:00Z`,
    reliability: 'unknown' as const,
  }
  setOpenReading(doc, reading, HAND)
}

/** One random thing that a person does to a board. */
export function randomEdit(doc: Y.Doc, undo: Y.UndoManager, chance: Chance): void {
  const some = chance.pick(idsOf(doc))
  const what = chance.weigh({
    place: 3,
    relate: 2,
    speak: 3,
    type: 8,
    drag: 3,
    field: 2,
    remove: 2,
    undo: 2,
    redo: 1,
  })
  switch (what) {
    case 'place':
      place(doc, chance)
      break
    case 'relate':
      relate(doc, chance)
      break
    case 'speak':
      speak(doc, chance)
      break
    case 'type':
      type(doc, chance)
      break
    case 'drag': {
      const places = idsOf(doc).filter(() => chance.is(0.4))
      const at: [number, number] = [chance.roll(500), chance.roll(500)]
      placeObjects(
        doc,
        places.map((id) => ({ id, at })),
        HAND,
      )
      break
    }
    case 'field':
      if (some !== undefined)
        setField(doc, some, 'owner', chance.is(0.3) ? undefined : chance.roll(9), HAND)
      break
    case 'remove':
      if (some !== undefined) removeObjects(doc, [some], HAND)
      break
    case 'undo':
      undo.undo()
      break
    case 'redo':
      undo.redo()
      break
  }
}
