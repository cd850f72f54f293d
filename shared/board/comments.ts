import * as v from 'valibot'
import type * as Y from 'yjs'
import { newId } from '../ids.ts'
import { rootsOf } from './layout.ts'

/** The longest comment in characters. */
export const COMMENT_LENGTH = 4_000

/** A comment as stored under `comments`: a plain value. The first of a thread names no thread, and alone can be resolved. */
export const CommentSchema = v.looseObject({
  /** id of the object that it is about */
  object: v.string(),
  /** id of the thread's first comment; absent for that one itself */
  thread: v.optional(v.string()),
  text: v.string(),
  /** participant id of who wrote it; their name and organisation's id as they were then */
  by: v.string(),
  name: v.fallback(v.string(), ''),
  organisation: v.fallback(v.optional(v.string()), undefined),
  /** ISO 8601 date and time, UTC */
  at: v.string(),
  /** name of who resolved the thread, and when */
  resolved: v.fallback(v.optional(v.object({ name: v.string(), at: v.string() })), undefined),
})
/** A comment as the document keeps it under its id; unknown fields are kept. */
export type Comment = v.InferOutput<typeof CommentSchema>

/** A stored value as a comment, or undefined when it is not one. */
export function parseComment(value: unknown): Comment | undefined {
  const parsed = v.safeParse(CommentSchema, value)
  return parsed.success ? parsed.output : undefined
}

/** Adds a comment; returns its id. */
export function addComment(doc: Y.Doc, comment: Comment, origin: unknown): string {
  const id = newId()
  const text = comment.text.slice(0, COMMENT_LENGTH)
  doc.transact(() => rootsOf(doc).comments.set(id, { ...comment, text }), origin)
  return id
}

/** Marks a thread as resolved, or with `undefined` as open again; passed over when its first comment is gone. */
export function resolveThread(
  doc: Y.Doc,
  thread: string,
  resolved: Comment['resolved'],
  origin: unknown,
): void {
  const { comments } = rootsOf(doc)
  const first = parseComment(comments.get(thread))
  if (!first) return
  const { resolved: _before, ...rest } = first
  doc.transact(() => comments.set(thread, { ...rest, ...(resolved && { resolved }) }), origin)
}
