import { definitionOf } from '../../shared/objects/index.ts'
import type { Workspace } from '../model/workspace.ts'
import { tools } from '../tools/list.ts'
import { isForMap } from '../scene/early-keys.ts'
import type { Scene } from '../scene/scene.ts'
import type { PointerRouter } from '../tools/pointer.ts'
import { cameraActions } from './camera.ts'
import { typedInto } from './edit.ts'
import { keyOfTool } from './keys-of-tools.ts'
import { matches } from './keys.ts'
import { actions } from './list.ts'
import { watchPresses } from './pressed-by-mouse.ts'
import { isField } from './typing.ts'

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null

/** Presses a key that was pressed before anything listened, where the keyboard is by now: an open text takes its letters. */
function press(early: KeyboardEvent): void {
  const at = document.activeElement
  const open = at instanceof HTMLTextAreaElement
  const event = new KeyboardEvent(early.type, early)
  const unheard = (open ? at : early.target)?.dispatchEvent(event) === true
  const typed = early.key.length === 1 ? early.key : early.key === 'Enter' ? '\n' : ''
  if (!open || !unheard || typed === '' || early.ctrlKey || early.metaKey) return
  at.setRangeText(typed, at.selectionStart, at.selectionEnd, 'end')
  at.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Runs actions and chooses tools by their keys, from the one list; typing opens the selected object's text. Returns how to stop. */
export function watchKeys(scene: Scene, workspace: Workspace, pointer: PointerRouter): () => void {
  const { container } = scene
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  const presses = watchPresses()

  const onKey = (event: KeyboardEvent): void => {
    const pressed = presses.leaves(event)
    if (event.defaultPrevented || event.isComposing) return
    if (isField(event.target) || inDialog(event.target)) return
    const { ui } = workspace
    if (ui.getState().dialog !== null || ui.getState().editing) return
    const onMap = isForMap(pressed ? document.body : event.target, container)
    const done = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Escape' && pointer.cancel()) {
      done()
      return
    }
    const asked = actions.find(({ keys }) => keys.some((one) => matches(one, event, mac)))
    // What is undone while the pointer is in the middle of something is that, and no work before it.
    if ((asked?.id === 'undo' || asked?.id === 'redo') && pointer.cancel()) {
      done()
      return
    }
    // Other keys leave alone what the pointer holds; only the camera may move under it.
    if (pointer.busy && !(asked && cameraActions.includes(asked))) {
      if (asked && !asked.native) done()
      return
    }
    if (event.key === 'Enter' && onMap && definitionOf(ui.getState().tool)?.place === 'link') {
      if (workspace.canEdit()) ui.setState({ dialog: 'relate' })
      done()
      return
    }
    if (event.key === 'Enter' && onMap && pointer.pressInMiddle()) {
      done()
      return
    }
    const picks = event.key === ' ' && event.shiftKey
    const bare =
      event.key.length === 1 && !picks && !event.ctrlKey && !event.metaKey && !event.altKey
    if (bare && !ui.getState().singleKeys) return
    const target = workspace.canEdit() ? typedInto(workspace) : undefined
    if (bare && onMap && target && event.key !== ' ') {
      ui.setState({ editing: { ...target, typed: event.key } })
      done()
      return
    }
    for (const action of actions) {
      if (action.native) continue
      const here = action.where === 'window' || onMap
      if (!here || !action.keys.some((keys) => matches(keys, event, mac))) continue
      if (!action.can(workspace)) {
        const text = action.why?.(workspace)
        if (text === undefined) continue
        ui.setState({ message: { text } })
        done()
        return
      }
      done()
      action.run(workspace)
      return
    }
    if (!bare || !onMap) return
    const tool = tools.find((one) => keyOfTool(one) === event.key.toLowerCase())
    if (!tool || (tool.edits && !workspace.canEdit())) return
    ui.setState({ tool: tool.id })
    done()
  }
  window.addEventListener('keydown', onKey)
  for (const event of scene.takeKeys()) press(event)
  return () => {
    window.removeEventListener('keydown', onKey)
    presses.stop()
  }
}
