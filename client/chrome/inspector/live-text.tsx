import { useEffect, useRef, type ChangeEvent, type RefObject } from 'react'
import type * as Y from 'yjs'
import { makeRoom } from '../../../shared/board/commands.ts'
import { limits } from '../../../shared/limits.ts'
import { USER } from '../../model/workspace.ts'
import { mapIndex, spliceBetween } from '../../scene/text-splice.ts'
import { useBoard, useWorkspace } from '../board/context.ts'
import type { ControlProps } from '../ui/field.tsx'
import { areaLook, inputLook } from '../ui/field.tsx'
import { textAt, textToWrite, type FieldPath } from './path.ts'

type Typed = HTMLInputElement | HTMLTextAreaElement

/** A text that several people may type into at once: what others write comes in without moving the caret. */
export function LiveText({
  id,
  path,
  multiline,
  control,
}: {
  id: string
  path: FieldPath
  multiline: boolean
  control: ControlProps
}) {
  const { doc } = useWorkspace()
  const ref = useRef<Typed>(null)
  const value = useBoard(() => textAt(doc, id, path)?.toJSON() ?? '')
  // The Y.Text may be replaced (an undo of a deletion); what is observed is the one that stands there now.
  const text = useBoard(() => textAt(doc, id, path))
  const caret = useRef<[number, number] | null>(null)

  useEffect(() => {
    if (!text) return undefined
    const onRemote = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
      const field = ref.current
      if (transaction.origin === USER || !field || document.activeElement !== field) return
      const { selectionStart, selectionEnd } = field
      if (selectionStart === null || selectionEnd === null) return
      caret.current = [mapIndex(event.delta, selectionStart), mapIndex(event.delta, selectionEnd)]
    }
    text.observe(onRemote)
    return () => text.unobserve(onRemote)
  }, [text])

  useEffect(() => {
    if (caret.current) ref.current?.setSelectionRange(...caret.current)
    caret.current = null
  }, [value])

  const type = (event: ChangeEvent<Typed>): void => {
    const after = event.target.value
    const splice = spliceBetween(value, after, event.target.selectionEnd ?? after.length)
    const target = splice && textToWrite(doc, id, path)
    if (!splice || !target) return
    doc.transact(() => {
      if (splice.remove > 0) target.delete(splice.index, splice.remove)
      if (splice.insert) target.insert(splice.index, splice.insert)
      makeRoom(doc, id, USER)
    }, USER)
  }

  const shared = { ...control, value, maxLength: limits.text, onChange: type }
  return multiline ? (
    <textarea
      {...shared}
      ref={ref as RefObject<HTMLTextAreaElement>}
      className={areaLook}
      rows={2}
    />
  ) : (
    <input {...shared} ref={ref as RefObject<HTMLInputElement>} className={inputLook} />
  )
}
