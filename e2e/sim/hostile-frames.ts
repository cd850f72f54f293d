import * as Y from 'yjs'
import { encodeJson } from '../../shared/protocol/messages.ts'
import { awarenessFrame, syncFrame } from '../../server/rooms/frames.ts'
import type { Chance } from './chance.ts'
import { randomEdit } from './edits.ts'

/** Sound frames of every kind, as somebody on this board might send them. */
export function soundFrames(state: Uint8Array, chance: Chance): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = chance.roll(2 ** 32)
  const undo = new Y.UndoManager(doc.getMap('objects'))
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(syncFrame('update', update)))
  for (let i = 0; i < 20; i += 1) randomEdit(doc, undo, chance)
  doc.getText('loose').insert(0, 'text')
  doc.getArray('list').push([1, { a: [true, null, 'x'] }, new Uint8Array(3)])
  doc.getText('loose').format(0, 2, { bold: true })
  undo.destroy()
  frames.push(
    syncFrame('step1', Y.encodeStateVector(doc)),
    syncFrame('step2', Y.encodeStateAsUpdate(doc)),
    awarenessFrame([{ clientId: doc.clientID, clock: 1, state: '{"cursor":[1,2]}' }]),
    encodeJson(102, { id: 'c1', type: 'timer' }),
    new Uint8Array([3]),
  )
  return frames
}

/** The frame with a few of its bytes changed, gone or doubled. */
export function mutate(frame: Uint8Array, chance: Chance): Uint8Array {
  const bytes = [...frame]
  for (let i = chance.is(0.7) ? 1 : 3; i > 0; i -= 1) {
    const at = chance.roll(bytes.length)
    const what = chance.weigh({ flip: 5, extreme: 3, cut: 1, grow: 1, copy: 1 })
    if (what === 'flip') bytes[at] = chance.roll(256)
    if (what === 'extreme') bytes[at] = chance.pick([0, 1, 127, 128, 255]) ?? 0
    if (what === 'cut') bytes.splice(at, 1 + chance.roll(4))
    if (what === 'grow')
      bytes.splice(at, 0, ...Array.from({ length: 1 + chance.roll(9) }, () => 255))
    if (what === 'copy') bytes.splice(at, 0, ...bytes.slice(at, at + 1 + chance.roll(9)))
  }
  return Uint8Array.from(bytes)
}
