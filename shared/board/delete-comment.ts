import type * as Y from 'yjs'
import { parseComment } from './comments.ts'
import { rootsOf } from './layout.ts'

/**
 * Deletes a comment and, where it is a thread's first, every answer to it, as one transaction; passed over when it is gone.
 * An answer that somebody else gives meanwhile stays, as a thread of its own.
 */
export function deleteComment(doc: Y.Doc, id: string, origin: unknown): void {
  const { comments } = rootsOf(doc)
  doc.transact(() => {
    for (const [other, value] of comments.entries()) {
      if (other === id || parseComment(value)?.thread === id) comments.delete(other)
    }
  }, origin)
}
