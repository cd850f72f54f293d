import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment, COMMENT_LENGTH, resolveThread } from '../../shared/board/comments.ts'
import { deleteComment } from '../../shared/board/delete-comment.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { Comments } from './comments.ts'

function board() {
  const doc = new Y.Doc()
  const comments = new Comments(rootsOf(doc).comments)
  let minute = 10
  const say = (object: string, text: string, thread?: string): string =>
    addComment(
      doc,
      {
        object,
        text,
        by: 'p1',
        name: 'Ann',
        at: `2026-03-01T10:${minute++}:00.000Z`,
        ...(thread !== undefined && { thread }),
      },
      'test',
    )
  return { doc, comments, say }
}

test('comments stand in threads, the newest thread first, answers in the order in which they were said', () => {
  const { comments, say } = board()
  const first = say('a', 'Is this right?')
  say('b', 'Who pays?')
  say('a', 'Yes', first)
  say('a', 'Sure?', first)
  expect(
    comments.threads().map(({ first: { text }, answers }) => [text, ...answers.map((c) => c.text)]),
  ).toEqual([['Who pays?'], ['Is this right?', 'Yes', 'Sure?']])
  expect(Object.fromEntries(comments.open())).toEqual({ a: 1, b: 1 })
})

test('a resolved thread is counted no more, until it is opened again', () => {
  const { doc, comments, say } = board()
  const first = say('a', 'Is this right?')
  let told = 0
  comments.subscribe(() => told++)
  resolveThread(doc, first, { name: 'Rhys', at: '2026-03-02T09:00:00.000Z' }, 'test')
  expect(comments.open().size).toBe(0)
  expect(comments.threads()[0]?.first.resolved?.name).toBe('Rhys')
  resolveThread(doc, first, undefined, 'test')
  expect(comments.open().get('a')).toBe(1)
  expect(told).toBe(2)
  resolveThread(doc, 'gone', undefined, 'test')
})

test('an answer outlives the comment that it answered, and nonsense is passed over', () => {
  const { doc, comments, say } = board()
  const first = say('a', 'Is this right?')
  const answer = say('a', 'Yes', first)
  say('a', 'x'.repeat(9_000), answer)
  const stored = rootsOf(doc).comments
  stored.set('n1', null)
  stored.set('n2', { object: 3 })
  stored.set('n3', { object: 'a', text: 'bare', by: 'x', at: 'y', name: 7, resolved: 'yes' })
  stored.delete(first)
  const texts = comments.threads().map(({ first: { text } }) => text.slice(0, 4))
  expect(texts.sort()).toEqual(['Yes', 'bare'])
  const long = comments.threads().flatMap(({ answers }) => answers)
  expect(long[0]?.text).toHaveLength(COMMENT_LENGTH)
})

test('deleting a comment takes its answers with it as one step, an answer alone, and leaves nothing behind', () => {
  const { doc, comments, say } = board()
  const first = say('a', 'Is this right?')
  say('a', 'Yes', first)
  const sure = say('a', 'Sure?', first)
  const other = say('a', 'Who pays?')
  const texts = (): string[][] =>
    comments.threads().map((thread) => [thread.first, ...thread.answers].map(({ text }) => text))
  deleteComment(doc, sure, 'test')
  expect(texts()).toEqual([['Who pays?'], ['Is this right?', 'Yes']])
  let told = 0
  comments.subscribe(() => told++)
  deleteComment(doc, first, 'test')
  expect(texts()).toEqual([['Who pays?']])
  expect(told).toBe(1)
  deleteComment(doc, first, 'test')
  expect([...rootsOf(doc).comments.keys()]).toEqual([other])
  expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes('Is this right?')).toBe(false)
})
