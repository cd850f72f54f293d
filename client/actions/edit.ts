import { addObjects, removeObjects } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { endsOf, isLink, typedField } from '../model/kinds.ts'
import { pickedAt } from '../model/ui.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { copyOf, newFrom } from '../tools/copies.ts'
import { whyHeld } from '../tools/held.ts'
import { movePlan, movers } from '../tools/plans.ts'
import { looseOf, regroup } from '../tools/regroup.ts'
import { t } from '../words/t.ts'
import type { Action } from './action.ts'

const DUPLICATE_OFFSET = 32

/** Has the browser raise its own event, to which the map answers while it has the keyboard. */
function byBrowser(ui: Workspace['ui'], command: 'copy' | 'cut'): void {
  if (!document.execCommand(command)) {
    ui.setState({ message: { text: t('This browser allows that by its keys alone.') } })
  }
}

/** Asks the browser for what is on the clipboard and gives it to the map as if its keys had been pressed. */
async function paste(ui: Workspace['ui']): Promise<void> {
  try {
    const data = new DataTransfer()
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types) {
        const blob = await item.getType(type)
        if (type.startsWith('text/')) data.setData(type, await blob.text())
        if (type === 'image/png') data.items.add(new File([blob], 'image.png', { type }))
      }
    }
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }))
  } catch (error) {
    // Not every browser has it, and a person may say no.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
    ui.setState({ message: { text: t('This browser allows that by its keys alone.') } })
  }
}

/** Whether something is selected that this person may change. */
export const hasFree = (workspace: Workspace): boolean =>
  workspace.canEdit() && free(workspace).length > 0

/** Why nothing of what is selected may be changed. */
export const whyNot = (workspace: Workspace): string | undefined =>
  whyHeld(workspace, workspace.ui.getState().selection)

/** Does `edit` as one step of undo. */
export function asOneStep({ doc, undo }: Workspace, edit: () => void): void {
  undo.cut()
  doc.transact(edit, USER)
  undo.cut()
}

/** The selected objects that may be changed. */
export const free = ({ board, ui }: Workspace): string[] =>
  [...ui.getState().selection].filter((id) => {
    const object = board.object(id)
    return object !== undefined && !board.isHeld(object)
  })

/** Takes away what is selected as a cut does: with what lies in its containers and the ties among all that, as far as this person may change it. */
export function removeCut(workspace: Workspace): void {
  const { board, doc, ui } = workspace
  const { selection } = ui.getState()
  const isFree = (object: BoardObject | undefined): boolean =>
    object !== undefined && !board.isHeld(object)
  const carried = [...movers(board, selection)].filter((id) => isFree(board.object(id)))
  const gone = new Set([...free(workspace), ...carried])
  for (const object of board.objects()) {
    const ends = isLink(object) ? endsOf(object) : []
    const isAmong = ends.length > 0 && ends.every((end) => gone.has(end))
    if (isAmong && isFree(object)) gone.add(object.id)
  }
  ui.setState({ selection: new Set(), hover: null })
  asOneStep(workspace, () => removeObjects(doc, gone, USER))
}

function duplicate(workspace: Workspace): void {
  const { board, doc, ui, undo } = workspace
  const copied = copyOf(board, ui.getState().selection)
  const news = newFrom(copied, [DUPLICATE_OFFSET, DUPLICATE_OFFSET], board)
  const selection = new Set(news.map(({ id }) => id))
  undo.begin()
  addObjects(doc, news, USER)
  // Beside the original may be outside its frame, or in another one.
  const copies = movers(board, selection)
  const regrouped = (): void =>
    regroup(workspace, movePlan(board, copies, [0, 0]), looseOf(board, copies))
  doc.transact(regrouped, USER)
  undo.cut()
  ui.setState({ selection, hover: null })
}

/** What changes the selected objects. */
export const editActions: readonly Action[] = [
  {
    id: 'undo',
    label: 'Undo',
    icon: 'undo-2',
    keys: ['Mod+z'],
    where: 'window',
    can: (workspace) => workspace.canEdit() && workspace.undo.canUndo,
    run: ({ undo }) => undo.undo(),
  },
  {
    id: 'redo',
    label: 'Redo',
    icon: 'redo-2',
    keys: ['Mod+Shift+z', 'Mod+y'],
    where: 'window',
    can: (workspace) => workspace.canEdit() && workspace.undo.canRedo,
    run: ({ undo }) => undo.redo(),
  },
  {
    id: 'cut',
    label: 'Cut',
    icon: 'scissors',
    keys: ['Mod+x'],
    where: 'canvas',
    native: true,
    can: hasFree,
    run: ({ ui }) => {
      byBrowser(ui, 'cut')
    },
  },
  {
    id: 'copy',
    label: 'Copy',
    icon: 'copy',
    keys: ['Mod+c'],
    where: 'canvas',
    native: true,
    can: ({ board, ui }) => movers(board, ui.getState().selection, true).size > 0,
    run: ({ ui }) => {
      byBrowser(ui, 'copy')
    },
  },
  {
    id: 'paste',
    label: 'Paste',
    icon: 'clipboard-paste',
    keys: ['Mod+v'],
    where: 'canvas',
    native: true,
    can: (workspace) => workspace.canEdit(),
    run: ({ ui }) => void paste(ui),
  },
  {
    id: 'delete',
    label: 'Delete',
    icon: 'trash-2',
    keys: ['Delete', 'Backspace'],
    where: 'canvas',
    can: hasFree,
    why: whyNot,
    run: (workspace) => {
      const gone = free(workspace)
      workspace.ui.setState({ selection: new Set(), hover: null })
      asOneStep(workspace, () => removeObjects(workspace.doc, gone, USER))
    },
  },
  {
    id: 'duplicate',
    label: 'Duplicate',
    icon: 'copy-plus',
    keys: ['Mod+d'],
    where: 'window',
    can: (workspace) =>
      workspace.canEdit() &&
      movers(workspace.board, workspace.ui.getState().selection, true).size > 0,
    run: duplicate,
  },
  {
    id: 'edit-text',
    label: 'Edit text',
    icon: 'text-cursor-input',
    keys: ['Enter', 'F2'],
    where: 'canvas',
    can: (workspace) => workspace.canEdit() && editable(workspace) !== undefined,
    why: whyNot,
    run: (workspace) => {
      const editing = editable(workspace)
      if (editing) workspace.ui.setState({ editing })
    },
  },
]

// That of the one selected object; none while several are being picked.
function editable({ board, ui }: Workspace): { id: string; field: string } | undefined {
  const { selection } = ui.getState()
  const [id] = selection.size === 1 && pickedAt(ui.getState()) === undefined ? selection : []
  const object = id === undefined ? undefined : board.object(id)
  const field = object && !board.isHeld(object) ? typedField(object) : undefined
  return object && field !== undefined ? { id: object.id, field } : undefined
}

/** The field that a letter opens when it is typed at what is selected; undefined when there is none, and of a frame: who clicked in it means a tool by the letter. */
export function typedInto(workspace: Workspace): { id: string; field: string } | undefined {
  const found = editable(workspace)
  const type = found && workspace.board.object(found.id)?.type
  return type !== undefined && definitionOf(type)?.carries ? undefined : found
}
