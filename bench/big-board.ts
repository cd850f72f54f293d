import * as Y from 'yjs'
import { addObjects, placeObjects } from '../shared/board/commands.ts'
import type { Point } from '../shared/geometry.ts'

const PER_MESSAGE = 100

/** The updates that make a board of `objects` notes and move them about `edits` times, 100 changes to a message. */
export function bigBoard(objects: number, edits: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const ids: string[] = []
  for (let from = 0; from < objects; from += PER_MESSAGE) {
    const news = Array.from({ length: Math.min(PER_MESSAGE, objects - from) }, (_, at) => ({
      type: 'note',
      at: [(from % 20_000) + at * 10, Math.floor(from / 1000) * 200] satisfies Point,
      fields: { text: `What we bring, ${from + at}` },
      // Each key on top of all others would cost a look at every object.
      order: `a${String(from + at).padStart(6, '0')}V`,
    }))
    ids.push(...addObjects(doc, news, null))
  }
  let next = 1
  const random = (below: number): number => {
    next = (next * 48_271) % 2_147_483_647
    return next % below
  }
  for (let from = 0; from < edits; from += PER_MESSAGE) {
    doc.transact(() => {
      for (let at = 0; at < Math.min(PER_MESSAGE, edits - from); at++) {
        const id = ids[random(ids.length)] ?? ''
        placeObjects(doc, [{ id, at: [random(20_000), random(20_000)] }], null)
      }
    })
  }
  return updates
}
