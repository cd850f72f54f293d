import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addObjects, placeObjects, removeObjects, setField } from '../../shared/board/commands.ts'
import { textOf } from '../../shared/board/text-of.ts'
import { BoardModel } from './board.ts'
import { Undo } from './undo.ts'

// Yjs takes hold of the clock as it is imported.
const clock = vi.hoisted(() => {
  const { now } = Date
  const hand = { ahead: 0 }
  Date.now = () => now() + hand.ahead
  return hand
})

const USER = Symbol('user')

/** Two replicas that pass every update on at once, the first with undo. */
function pair() {
  const mine = new Y.Doc()
  const theirs = new Y.Doc()
  mine.on('update', (update, origin) => origin !== 'wire' && Y.applyUpdate(theirs, update, 'wire'))
  theirs.on('update', (update, origin) => origin !== 'wire' && Y.applyUpdate(mine, update, 'wire'))
  const undo = new Undo(mine, USER)
  const move = (doc: Y.Doc, x: number): void => {
    undo.cut()
    placeObjects(doc, [{ id: 'a', at: [x, 0] }], USER)
    undo.cut()
  }
  return { mine, theirs, undo, move, board: new BoardModel(mine), other: new BoardModel(theirs) }
}

test('undo takes back my edits one by one and leaves those of others alone', () => {
  const { mine, theirs, undo, move, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  addObjects(theirs, [{ id: 'b', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  move(mine, 20)
  placeObjects(theirs, [{ id: 'b', at: [99, 0] }], 'them')
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(10)
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(0)
  expect(undo.canUndo).toBe(false)
  expect(other.object('b')?.at[0]).toBe(99)
  undo.redo()
  expect(other.object('a')?.at[0]).toBe(10)
})

test('undo never takes back what another moved since', () => {
  const { mine, theirs, undo, move, board } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  placeObjects(theirs, [{ id: 'a', at: [500, 0] }], 'them')
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(500)
})

test('undo of an edit to an object that another removed does nothing, and does not fail', () => {
  const { mine, theirs, undo, move, board } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  removeObjects(theirs, ['a'], 'them')
  undo.undo()
  expect(board.object('a')).toBeUndefined()
})

test('undo of a removal brings the object back with its text, for everyone', () => {
  const { mine, undo, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [3, 4], fields: { text: 'hello' } }], 'seed')
  undo.cut()
  removeObjects(mine, ['a'], USER)
  undo.undo()
  expect(other.object('a')?.fields['text']).toBe('hello')
  expect(board.object('a')?.at).toEqual([3, 4])
})

test('in one note, undo takes back my letters and keeps theirs', () => {
  const { mine, theirs, undo, board } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  mine.transact(() => textOf(mine, 'a', 'text')?.insert(0, 'mine'), USER)
  theirs.transact(() => textOf(theirs, 'a', 'text')?.insert(4, ' theirs'), 'them')
  undo.undo()
  expect(board.object('a')?.fields['text']).toBe(' theirs')
})

test('what can be undone is told when it changes', () => {
  const { mine, undo, move } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  const told: boolean[] = []
  const stop = undo.subscribe(() => told.push(undo.canUndo))
  move(mine, 1)
  undo.undo()
  stop()
  undo.redo()
  expect(told).toContain(true)
  expect(told.at(-1)).toBe(false)
})

test('undo of a removal while another was typing into the note brings it back for both, as it was before', () => {
  const { mine, theirs, undo, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [3, 4], fields: { text: 'beds' } }], 'seed')
  const held = textOf(theirs, 'a', 'text')
  theirs.transact(() => held?.insert(4, ' and'), 'them')
  undo.cut()
  removeObjects(mine, ['a'], USER)
  // Their editor still holds the text of what is gone; what they type there is lost, and nothing breaks.
  theirs.transact(() => held?.insert(held.length, ' carers'), 'them')
  undo.undo()
  expect(other.object('a')?.fields['text']).toBe('beds and')
  expect(board.object('a')).toEqual(other.object('a'))
  theirs.transact(() => textOf(theirs, 'a', 'text')?.insert(8, ' nurses'), 'them')
  expect(board.object('a')?.fields['text']).toBe('beds and nurses')
})

test('undo of a removal that another made too does not make the object twice, or fail', () => {
  const { mine, theirs, undo, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [3, 4], fields: { text: 'beds' } }], 'seed')
  undo.cut()
  removeObjects(mine, ['a'], USER)
  removeObjects(theirs, ['a'], 'them')
  undo.undo()
  expect(other.size).toBe(board.size)
  expect(board.object('a')).toEqual(other.object('a'))
})

test('in one text, undo keeps what another typed in the middle of my words', () => {
  const { mine, theirs, undo, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  mine.transact(() => textOf(mine, 'a', 'text')?.insert(0, 'winter beds'), USER)
  theirs.transact(() => textOf(theirs, 'a', 'text')?.insert(6, ' hospital'), 'them')
  undo.undo()
  expect(board.object('a')?.fields['text']).toBe(' hospital')
  undo.redo()
  expect(other.object('a')?.fields['text']).toBe('winter hospital beds')
})

test('undo of a move leaves the size that another gave, and of a field the fields of others', () => {
  const { mine, theirs, undo, move, board } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0], fields: { colour: 'noteBlue' } }], 'seed')
  move(mine, 10)
  placeObjects(theirs, [{ id: 'a', at: [10, 0], size: [300, 200] }], 'them')
  setField(theirs, 'a', 'colour', 'notePink', 'them')
  undo.undo()
  expect(board.object('a')).toMatchObject({ size: [300, 200], fields: { colour: 'notePink' } })
})

test('redo after another moved it leaves their place alone', () => {
  const { mine, theirs, undo, move, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  undo.undo()
  placeObjects(theirs, [{ id: 'a', at: [500, 0] }], 'them')
  undo.redo()
  expect(board.object('a')?.at[0]).toBe(500)
  expect(other.object('a')?.at[0]).toBe(500)
})

test('a step that was begun lasts until it is cut, however long it takes', () => {
  const { mine, undo, board } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  undo.begin()
  placeObjects(mine, [{ id: 'a', at: [1, 0] }], USER)
  clock.ahead += 60_000
  placeObjects(mine, [{ id: 'a', at: [2, 0] }], USER)
  undo.cut()
  placeObjects(mine, [{ id: 'a', at: [3, 0] }], USER)
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(2)
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(0)
})

test('a step that is abandoned is gone for good, and what was done before it stays', () => {
  const { mine, undo, move, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  undo.begin()
  addObjects(mine, [{ id: 'copy', type: 'note', at: [0, 0] }], USER)
  clock.ahead += 60_000
  placeObjects(mine, [{ id: 'copy', at: [2, 0] }], USER)
  undo.abandon()
  expect(other.object('copy')).toBeUndefined()
  expect(other.object('a')?.at[0]).toBe(10)
  expect(undo.canRedo).toBe(false)
  undo.redo()
  expect(other.object('copy')).toBeUndefined()
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(0)
})

test('a step that others or its own undo left nothing of takes nothing else along when it is abandoned', () => {
  const { mine, theirs, undo, move, board } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  for (const leaveNothing of [
    () => removeObjects(theirs, ['copy'], 'them'),
    () => undo.undo(),
    () => undefined,
  ]) {
    undo.begin()
    addObjects(mine, [{ id: 'copy', type: 'note', at: [0, 0] }], USER)
    leaveNothing()
    undo.abandon()
    expect(board.object('copy')).toBeUndefined()
    expect(board.object('a')?.at[0]).toBe(10)
  }
  undo.begin()
  undo.abandon()
  expect(board.object('a')?.at[0]).toBe(10)
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(0)
})

/** A note, moved and moved back by undo, and then a text as a draft. */
function drafted() {
  const both = pair()
  const { mine, undo, move } = both
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  move(mine, 20)
  undo.undo()
  undo.draft(() => addObjects(mine, [{ id: 'b', type: 'text', at: [0, 0] }], USER)[0])
  return both
}

test('a way back takes back its own step alone, whatever was done after it, and once', () => {
  const { mine, undo, move, board, other } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  addObjects(mine, [{ id: 'b', type: 'note', at: [0, 0] }], 'seed')
  undo.cut()
  removeObjects(mine, ['b'], USER)
  const back = undo.wayBack()
  move(mine, 10)
  let seen = false
  undo.subscribe(() => (seen = undo.canUndo))
  back()
  expect(seen).toBe(true)
  expect(other.object('b')).toBeDefined()
  expect(board.object('a')?.at[0]).toBe(10)
  back()
  expect(board.object('a')?.at[0]).toBe(10)
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(0)
  expect(undo.canUndo).toBe(false)
  undo.redo()
  undo.redo()
  expect(board.object('a')?.at[0]).toBe(10)
  expect(board.object('b')).toBeUndefined()
})

test('a way back from what others have taken away goes no further back', () => {
  const { mine, theirs, undo, move, board } = pair()
  addObjects(mine, [{ id: 'a', type: 'note', at: [0, 0] }], 'seed')
  move(mine, 10)
  addObjects(mine, [{ id: 'b', type: 'note', at: [0, 0] }], USER)
  const back = undo.wayBack()
  removeObjects(theirs, ['b'], 'them')
  back()
  expect(board.object('a')?.at[0]).toBe(10)
  expect(undo.canUndo).toBe(true)
  const nothing = pair().undo.wayBack()
  nothing()
})

test('a draft that is withdrawn leaves no step, and what could be undone and redone before it still can', () => {
  const { undo, board, other } = drafted()
  expect(undo.drafted).toBe('b')
  undo.withdraw()
  expect(other.object('b')).toBeUndefined()
  expect(undo.drafted).toBeUndefined()
  undo.redo()
  expect(board.object('a')?.at[0]).toBe(20)
  expect(undo.canRedo).toBe(false)
  undo.undo()
  undo.undo()
  expect(board.object('a')?.at[0]).toBe(0)
  expect(undo.canUndo).toBe(false)
  expect(board.object('b')).toBeUndefined()
})

test('a draft to which something was added is a step like any other', () => {
  const { mine, undo, move, board } = drafted()
  move(mine, 30)
  expect(undo.drafted).toBeUndefined()
  undo.withdraw()
  expect(board.object('b')).toBeDefined()
})

test('what joins the last step is undone with it, however late it comes', () => {
  const { mine, undo, board } = drafted()
  clock.ahead += 60_000
  undo.join(() => mine.transact(() => textOf(mine, 'b', 'text')?.insert(0, 'beds'), USER))
  expect(board.object('b')?.fields['text']).toBe('beds')
  undo.undo()
  expect(board.object('b')).toBeUndefined()
  undo.redo()
  expect(board.object('b')?.fields['text']).toBe('beds')
})
