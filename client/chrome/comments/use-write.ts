import { addComment } from '../../../shared/board/comments.ts'
import { USER } from '../../model/workspace.ts'
import { useMe, useWorkspace } from '../board/context.ts'

/** Writes comments about an object in this person's name, as answers where a thread is named by its first comment. */
export function useWrite(object: string, thread?: string): (text: string) => void {
  const { doc } = useWorkspace()
  const me = useMe()
  return (text) => {
    const said = {
      object,
      ...(thread !== undefined && { thread }),
      text,
      by: me.id,
      name: me.name,
      ...(me.organisation !== null && { organisation: me.organisation }),
      at: new Date().toISOString(),
    }
    addComment(doc, said, USER)
  }
}
