import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { mapIndex, spliceBetween } from './text-splice.ts'

const apply = (text: string, splice: ReturnType<typeof spliceBetween>): string =>
  splice
    ? text.slice(0, splice.index) + splice.insert + text.slice(splice.index + splice.remove)
    : text

describe('spliceBetween', () => {
  test('is the smallest change', () => {
    expect(spliceBetween('hello world', 'hello brave world', 12)).toEqual({
      index: 6,
      remove: 0,
      insert: 'brave ',
    })
    expect(spliceBetween('abc', 'abc', 1)).toBeUndefined()
    expect(spliceBetween('abcdef', 'abef', 2)).toEqual({ index: 2, remove: 2, insert: '' })
  })

  test('among equal letters the caret tells which one was typed or removed', () => {
    expect(spliceBetween('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' })
    expect(spliceBetween('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' })
    expect(spliceBetween('aaa', 'aa', 0)).toEqual({ index: 0, remove: 1, insert: '' })
  })

  test('never leaves half a surrogate pair', () => {
    const splice = spliceBetween('x😀y', 'x😁y', 3)
    expect(splice).toEqual({ index: 1, remove: 2, insert: '😁' })
  })

  test('turns any text into any other, wherever the caret is', () => {
    const texts = ['', 'a', 'aa', 'ab', 'aba', 'abba', 'b😀', '😀😀', 'a\nb', 'abab']
    for (const before of texts) {
      for (const after of texts) {
        for (let caret = 0; caret <= after.length; caret++) {
          expect(apply(before, spliceBetween(before, after, caret))).toBe(after)
        }
      }
    }
  })
})

describe('mapIndex', () => {
  test('follows a caret through what others do, as a Yjs relative position would', () => {
    const edits: ((text: Y.Text) => void)[] = [
      (text) => text.insert(0, 'new '),
      (text) => text.insert(9, 'ish'),
      (text) => text.delete(2, 4),
      (text) => text.delete(0, 11),
      (text) => {
        text.delete(0, 3)
        text.insert(4, '!?')
      },
    ]
    for (const edit of edits) {
      for (let caret = 0; caret <= 11; caret++) {
        const doc = new Y.Doc()
        const text = doc.getText('t')
        text.insert(0, 'hello world')
        const relative = Y.createRelativePositionFromTypeIndex(text, caret, -1)
        let mapped = caret
        text.observe((event) => (mapped = mapIndex(event.delta, mapped)))
        doc.transact(() => edit(text))
        const wanted = Y.createAbsolutePositionFromRelativePosition(relative, doc)?.index
        expect(mapped).toBe(wanted)
      }
    }
  })
})
