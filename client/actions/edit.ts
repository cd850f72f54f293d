import { addObjects, removeObjects, type NewObject } from '../../shared/board/commands.ts'
import { byPaint } from '../../shared/draw/scene.ts'
import { newId } from '../../shared/ids.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { endsOf, isLink, typedField } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { movers } from '../tools/plans.ts'
import type { Action } from './action.ts'

const DUPLICATE_OFFSET = 32

const hasSelection = (workspace: Workspace): boolean =>
  workspace.canEdit() && workspace.ui.getState().selection.size > 0

/** Does `edit` as one step of undo. */
export function asOneStep({ doc, undo }: Workspace, edit: () => void): void {
  undo.cut()
  doc.transact(edit, USER)
  undo.cut()
}

/** Copies of these objects, of all that lies in their containers, and of the ties among them; references among the copies follow. */
function copies({ board }: Workspace, ids: ReadonlySet<string>): NewObject[] {
  const chosen = movers(board, ids)
  for (const object of board.objects()) {
    const ends = isLink(object) ? endsOf(object) : []
    if (ends.length > 0 && ends.every((end) => chosen.has(end))) chosen.add(object.id)
  }
  const fresh = new Map([...chosen].map((id) => [id, newId()]))
  return [...chosen]
    .flatMap((id) => board.object(id) ?? [])
    .sort(byPaint)
    .map((object) => {
      const fields = { ...object.fields }
      for (const [key, field] of Object.entries(definitionOf(object.type)?.fields ?? {})) {
        const target = fields[key]
        if (field.kind === 'reference' && typeof target === 'string') {
          fields[key] = fresh.get(target) ?? target
        }
      }
      const frame =
        object.frame === undefined ? undefined : (fresh.get(object.frame) ?? object.frame)
      const id = fresh.get(object.id)
      return {
        ...(id !== undefined && { id }),
        type: object.type,
        at: [object.at[0] + DUPLICATE_OFFSET, object.at[1] + DUPLICATE_OFFSET] as const,
        size: object.size,
        ...(frame !== undefined && { frame }),
        fields,
      }
    })
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
    id: 'delete',
    label: 'Delete',
    icon: 'trash-2',
    keys: ['Delete', 'Backspace'],
    where: 'canvas',
    can: hasSelection,
    run: (workspace) => {
      const { selection } = workspace.ui.getState()
      workspace.ui.setState({ selection: new Set(), hover: null })
      asOneStep(workspace, () => removeObjects(workspace.doc, selection, USER))
    },
  },
  {
    id: 'duplicate',
    label: 'Duplicate',
    icon: 'copy',
    keys: ['Mod+d'],
    where: 'window',
    can: (workspace) =>
      hasSelection(workspace) &&
      movers(workspace.board, workspace.ui.getState().selection).size > 0,
    run: (workspace) => {
      const news = copies(workspace, workspace.ui.getState().selection)
      asOneStep(workspace, () => addObjects(workspace.doc, news, USER))
      workspace.ui.setState({
        selection: new Set(news.flatMap(({ id }) => id ?? [])),
        hover: null,
      })
    },
  },
  {
    id: 'edit-text',
    label: 'Edit text',
    icon: 'text-cursor-input',
    keys: ['Enter', 'F2'],
    where: 'canvas',
    can: (workspace) => workspace.canEdit() && editable(workspace) !== undefined,
    run: (workspace) => {
      const editing = editable(workspace)
      if (editing) workspace.ui.setState({ editing })
    },
  },
]

/** The field that typing would go into: that of the one selected object; undefined when there is none. */
export function editable({ board, ui }: Workspace): { id: string; field: string } | undefined {
  const { selection } = ui.getState()
  const [id] = selection.size === 1 ? selection : []
  const object = id === undefined ? undefined : board.object(id)
  const field = object && typedField(object)
  return object && field !== undefined ? { id: object.id, field } : undefined
}
