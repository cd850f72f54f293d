import { ArrowDown, ArrowUp, Ellipsis, Map as MapIcon, Trash2 } from 'lucide-react'
import type { BoardObject } from '../../../shared/board/object.ts'
import { may } from '../../../shared/session/commands.ts'
import { actionOf } from '../../actions/list.ts'
import { isHeldType, isLink, nameOf, titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoardList, useCanChange, useCanEdit, useUi, useWorkspace } from '../board/context.ts'
import { showView } from '../router.ts'
import { actionIcon } from '../selection-bar/action-icon.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { say } from '../ui/toasts.tsx'
import { useHands } from './context.ts'
import { framesOf, moveBy, moveTo, remove } from './edit.ts'

const OUTSIDE = 'outside'

/** What can be done with an object beside editing it; `list` is where it stands among its like. */
export function ItemMenu({ object, list }: { object: BoardObject; list: readonly BoardObject[] }) {
  const workspace = useWorkspace()
  const canEdit = useCanChange(object)
  const { announce, goTo } = useHands()
  const frames = useBoardList((board) => framesOf(board.objects()))
  const { board, ui, undo, me } = workspace
  const editable = useCanEdit()
  const locks = useUi((state) => state.locks)
  const name = nameOf(object, board)
  const at = list.findIndex(({ id }) => id === object.id)

  const step = (by: 1 | -1): MenuEntry => ({
    kind: 'command',
    icon: by === 1 ? ArrowDown : ArrowUp,
    label: by === 1 ? t('Move down') : t('Move up'),
    disabled: list[at + by] === undefined,
    run: () => {
      moveBy(workspace, list, object.id, by)
      announce(
        t('{name} is now number {n} of {total}', { name, n: at + by + 1, total: list.length }),
      )
    },
  })
  const frameName = (frame: BoardObject): string => titleOf(frame, board) || t('Unnamed frame')
  const intoFrame: MenuEntry[] =
    frames.length > 0 && isHeldType(object.type)
      ? [
          { kind: 'line' },
          {
            kind: 'choice',
            label: t('In frame'),
            value: frames.some(({ id }) => id === object.frame) ? object.frame : OUTSIDE,
            options: [
              ...frames.map((frame) => ({ value: frame.id, label: frameName(frame) })),
              { value: OUTSIDE, label: t('None') },
            ],
            choose: (value) => {
              const frame = frames.find(({ id }) => id === value)
              goTo(object.id, 'name')
              moveTo(workspace, [object], frame?.id)
              announce(
                frame
                  ? t('{name} is now in {frame}', { name, frame: frameName(frame) })
                  : t('{name} is now in no frame', { name }),
              )
            },
          },
        ]
      : []
  const toMap: MenuEntry = {
    kind: 'command',
    icon: MapIcon,
    label: t('Show on the map'),
    run: () => {
      ui.setState({ selection: new Set([object.id]), hover: null })
      showView('map')
    },
  }
  // What the map offers for one object, from the same list.
  const further = ['copy-link', 'duplicate', 'lock', 'unlock'].flatMap((id): MenuEntry[] => {
    const action = actionOf(id)
    const before = ui.getState().selection
    const apart = locks.has(object.id) ? id === 'lock' : id === 'unlock'
    const edits = id === 'duplicate' && (!canEdit || isLink(object))
    const session = id.endsWith('lock') && !(editable && may(me.role, 'lock'))
    if (!action || apart || edits || session) return []
    const icon = actionIcon(action.icon)
    return [
      {
        kind: 'command',
        ...(icon && { icon }),
        label: t(action.label),
        run: () => {
          ui.setState({ selection: new Set([object.id]) })
          action.run(workspace)
          if (id === 'duplicate') announce(t('{name} is duplicated', { name }))
          else ui.setState({ selection: before })
        },
      },
    ]
  })
  const deletion: MenuEntry = {
    kind: 'command',
    icon: Trash2,
    label: t('Delete'),
    run: () => {
      const next = list[at + 1] ?? list[at - 1]
      if (next) goTo(next.id, 'name')
      remove(workspace, [object.id])
      say({
        text: t('{name} is deleted', { name }),
        action: { label: t('Undo'), run: undo.wayBack() },
      })
    },
  }
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={t('More for {name}', { name })} side="left" />}
      entries={[
        toMap,
        ...further,
        ...(canEdit
          ? [
              { kind: 'line' as const },
              step(-1),
              step(1),
              ...intoFrame,
              { kind: 'line' as const },
              deletion,
            ]
          : []),
      ]}
    />
  )
}
