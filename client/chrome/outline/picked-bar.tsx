import { Trash2 } from 'lucide-react'
import type { Ref } from 'react'
import { actionOf } from '../../actions/list.ts'
import { isHeldType, titleOf } from '../../model/kinds.ts'
import { t, tn } from '../../words/t.ts'
import { useBoardList, useUi, useWorkspace } from '../board/context.ts'
import { actionIcon } from '../selection-bar/action-icon.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { say } from '../ui/toasts.tsx'
import { showView } from '../router.ts'
import { useHands } from './context.ts'
import { framesOf, moveTo, remove } from './edit.ts'
import styles from './outline.module.css'

const OUTSIDE = 'outside'

/** What the map offers for several objects that says nothing about their places, from the same list. */
const offered = ['connect', 'make-one', 'group', 'ungroup', 'duplicate', 'lock', 'unlock'] as const

/** How many objects are picked, and what can be done with all of them at once. */
export function PickedBar({ onDone, ref }: { onDone(): void; ref: Ref<HTMLDivElement> }) {
  const workspace = useWorkspace()
  const { board, undo } = workspace
  const { announce } = useHands()
  const selection = useUi((state) => state.selection)
  useUi(({ locks }) => locks)
  const picked = useBoardList((model) => [...selection].flatMap((id) => model.object(id) ?? []))
  const free = picked.filter((object) => !board.isHeld(object))
  const movable = free.filter(({ type }) => isHeldType(type))
  const frames = useBoardList((model) => framesOf(model.objects()))
  const homes = new Set(movable.map(({ frame }) => frame ?? OUTSIDE))
  const [home] = homes.size === 1 ? homes : []
  const frameName = (id: string): string => {
    const frame = board.object(id)
    return (frame && titleOf(frame, board)) || t('Unnamed frame')
  }

  const done: MenuEntry[] = offered.flatMap((id): MenuEntry[] => {
    const action = actionOf(id)
    if (!action?.can(workspace)) return []
    const icon = actionIcon(action.icon)
    const run = (): void => {
      action.run(workspace)
      // A lock says so itself, once the server has it; what asks first has done nothing yet.
      if (!id.endsWith('lock') && !action.label.endsWith('…'))
        announce(t('{what}: done', { what: t(action.label) }))
    }
    return [{ kind: 'command', ...(icon && { icon }), label: t(action.label), run }]
  })
  const intoFrame: MenuEntry = {
    kind: 'choice',
    label: t('In frame'),
    value: home,
    options: [
      ...frames.map(({ id }) => ({ value: id, label: frameName(id) })),
      { value: OUTSIDE, label: t('None') },
    ],
    choose: (value) => {
      const frame = value === OUTSIDE ? undefined : value
      moveTo(workspace, movable, frame)
      const n = movable.length
      announce(
        frame === undefined
          ? tn(n, '1 is now in no frame', '{n} are now in no frame')
          : tn(n, '1 is now in {frame}', '{n} are now in {frame}', { frame: frameName(frame) }),
      )
    },
  }
  const deletion: MenuEntry = {
    kind: 'command',
    icon: Trash2,
    label: t('Delete'),
    run: () => {
      remove(
        workspace,
        free.map(({ id }) => id),
      )
      say({
        text: tn(free.length, '1 object deleted', '{n} objects deleted'),
        action: { label: t('Undo'), run: undo.wayBack() },
      })
    },
  }
  const entries: MenuEntry[] = [
    { kind: 'command', label: t('Show on the map'), run: () => showView('map') },
    ...done,
    ...(workspace.canEdit() && movable.length > 0 && frames.length > 0
      ? [{ kind: 'line' as const }, intoFrame]
      : []),
    ...(workspace.canEdit() && free.length > 0 ? [{ kind: 'line' as const }, deletion] : []),
  ]
  return (
    <div ref={ref} role="group" aria-label={t('What is picked')} className={styles.picked}>
      <span role="status">{tn(picked.length, '1 picked', '{n} picked')}</span>
      <Menu
        align="start"
        trigger={<Button look="primary">{t('Do with them…')}</Button>}
        entries={entries}
      />
      <Button onClick={onDone}>{t('Done')}</Button>
    </div>
  )
}
