import type * as Y from 'yjs'
import { setField } from '../../shared/board/commands.ts'
import { textOf } from '../../shared/board/text-of.ts'
import { limits } from '../../shared/limits.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { Editing } from '../model/ui.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { caretOf } from './carets.ts'
import type { Splice, TextDelta } from './text-splice.ts'

/** A field as the editor types into it. */
export interface TypedText {
  multiline: boolean
  read(): string
  /** Writes what was typed, and does `also` in the same transaction. */
  write(splice: Splice, also: () => void): void
  /** Calls `listener` when somebody else, or undo, changed it; returns how to stop. */
  watch(listener: (delta: TextDelta) => void): () => void
  /** the caret at a character, in the form that is sent; absent where carets aren't shared */
  caret?(index: number): unknown
}

/** A field of several people at once: every splice goes into the Y.Text. */
function shared(doc: Y.Doc, text: Y.Text, multiline: boolean): TypedText {
  // Only the editor's own writes are not news to it; an undo has another origin.
  let writing = false
  return {
    multiline,
    read: () => text.toJSON(),
    caret: (index) => caretOf(text, Math.min(index, text.length)),
    write: ({ index, remove, insert }, also) => {
      const room = Math.max(0, limits.text - text.length + remove)
      writing = true
      doc.transact(() => {
        if (remove > 0) text.delete(index, remove)
        if (insert) text.insert(index, insert.slice(0, room))
        also()
      }, USER)
      writing = false
    },
    watch: (listener) => {
      const onEvent = ({ delta }: Y.YTextEvent): void => {
        if (!writing) listener(delta)
      }
      text.observe(onEvent)
      return () => text.unobserve(onEvent)
    },
  }
}

/** A field that is written whole. */
function whole({ doc, board }: Workspace, { id, field }: Editing): TypedText {
  const read = (): string => {
    const value = board.object(id)?.fields[field]
    return typeof value === 'string' ? value : ''
  }
  let known = read()
  return {
    multiline: false,
    read,
    write: ({ index, remove, insert }, also) => {
      const next = known.slice(0, index) + insert + known.slice(index + remove)
      known = next.slice(0, limits.line)
      doc.transact(() => {
        setField(doc, id, field, known, USER)
        also()
      }, USER)
    },
    watch: (listener) =>
      board.subscribe(({ ids }) => {
        if (!ids.has(id)) return
        const now = read()
        if (now === known) return
        const delta = [{ delete: known.length }, { insert: now }]
        known = now
        listener(delta)
      }),
  }
}

/** The field that `editing` names; undefined when the object is gone or the field can't be typed into. */
export function typedText(workspace: Workspace, editing: Editing): TypedText | undefined {
  const object = workspace.board.object(editing.id)
  const field = object && definitionOf(object.type)?.fields[editing.field]
  if (field?.kind === 'line') return whole(workspace, editing)
  if (field?.kind !== 'text') return undefined
  const text = textOf(workspace.doc, editing.id, editing.field)
  return text && shared(workspace.doc, text, field.multiline)
}
