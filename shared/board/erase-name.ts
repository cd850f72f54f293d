import type * as Y from 'yjs'
import { parseComment, type Comment } from './comments.ts'
import { rootsOf } from './layout.ts'

/** Whose name is to go: the participant's id, and the name under which they joined; empty when it is not known any more. */
export interface Erased {
  id: string
  name: string
}

function without({ resolved, ...comment }: Comment, { id, name }: Erased): Comment | undefined {
  const isAuthor = comment.by === id && comment.name !== ''
  // Who resolved a thread is kept by name alone: somebody else of that name loses it too.
  const isResolver = name !== '' && resolved?.name === name
  if (!isAuthor && !isResolver) return undefined
  return {
    ...comment,
    ...(isAuthor && { name: '' }),
    ...(resolved && { resolved: isResolver ? { ...resolved, name: '' } : resolved }),
  }
}

/**
 * Empties a participant's name where the document keeps it beside what they did: in their comments, and where they resolved
 * a thread. What people typed stays as it is. Gives whether there was any.
 */
export function eraseName(doc: Y.Doc, who: Erased, origin: unknown): boolean {
  const { comments } = rootsOf(doc)
  const changed = [...comments.entries()].flatMap(([id, value]) => {
    const comment = parseComment(value)
    const next = comment && without(comment, who)
    return next ? [{ id, next }] : []
  })
  if (changed.length === 0) return false
  doc.transact(() => {
    for (const { id, next } of changed) comments.set(id, next)
  }, origin)
  return true
}
