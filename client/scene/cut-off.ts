import { addObjects } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { copyText } from '../model/copy-text.ts'
import { nameOf } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'
import { isForMap } from './early-keys.ts'

/** A text that can't be written on: the object as it was last seen, the field that was open, and all that was typed into it. */
export interface CutOff {
  object: BoardObject
  field: string
  typed: string
}

// Who hasn't typed for so long has seen that the text is closed.
const PAUSE_MS = 1000

/** Keeps the rest of a sentence from working the map: `take` gets what is typed on, until its writer pauses, presses Escape or Tab, or takes the pointer. */
function takeRest(container: HTMLElement, take: (typed: string) => void): void {
  const off = new AbortController()
  const options = { capture: true, signal: off.signal }
  const end = (): void => off.abort()
  let pause = setTimeout(end, PAUSE_MS)
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || !isForMap(event.target, container)) return
    event.preventDefault()
    event.stopPropagation()
    clearTimeout(pause)
    if (key === 'Escape' || key === 'Tab') {
      end()
      return
    }
    pause = setTimeout(end, PAUSE_MS)
    if (key === 'Enter') take('\n')
    else if (key.length === 1) take(key)
  }
  window.addEventListener('keydown', onKey, options)
  window.addEventListener('pointerdown', end, options)
}

/** Makes what was deleted again, as it was last seen and with all that was typed, as a step of undo; beside whoever else brought it back. */
export function putBack(workspace: Workspace, { object, field, typed }: CutOff): void {
  const { board, doc, ui, undo } = workspace
  if (!workspace.canEdit()) return
  const { id, type, at, size, frame, fields } = object
  const present = board.object(id)
  if (present?.fields[field] === typed) return
  undo.cut()
  const ids = addObjects(
    doc,
    [
      {
        ...(!present && { id }),
        type,
        at,
        size,
        ...(frame !== undefined && board.object(frame) && { frame }),
        fields: { ...fields, [field]: typed },
      },
    ],
    USER,
  )
  undo.cut()
  ui.setState({ selection: new Set(ids), hover: null })
}

async function copyOrShow({ ui }: Workspace, typed: string): Promise<void> {
  if (await copyText(typed)) return
  const text = t('This is what you wrote: {text}', { text: typed })
  ui.setState({ message: { text, lasting: true } })
}

/** Says that a text can't be written on and why, and takes what is typed on; all of it can be put back, or copied where the board takes nothing. */
export function tellCutOff(workspace: Workspace, container: HTMLElement, last: CutOff): void {
  const { board, ui } = workspace
  const { object } = last
  const isGone = !board.object(object.id)
  const name = nameOf(object, board, 30)
  let { typed } = last
  takeRest(container, (more) => {
    typed += more
  })
  const action =
    isGone && workspace.canEdit()
      ? { label: t('Put it back'), run: () => putBack(workspace, { ...last, typed }) }
      : { label: t('Copy'), run: () => void copyOrShow(workspace, typed) }
  ui.setState({
    message: {
      text: isGone
        ? t('{name} was deleted while you were writing in it.', { name })
        : t('{name} can’t be changed at the moment, so your writing ends here.', { name }),
      lasting: true,
      action,
    },
  })
}
