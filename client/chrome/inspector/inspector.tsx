import { Lock, LockOpen, Trash2, X, type LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import { definitionOf } from '../../../shared/objects/index.ts'
import { nameOf } from '../../model/kinds.ts'
import { actionOf } from '../../actions/list.ts'
import { whyHeld } from '../../tools/held.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard, useCanEdit, useUi, useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { iconOf } from '../look/icons.ts'
import { IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { useKeysToMap } from '../ui/keys-to-map.ts'
import { onEscape } from '../ui/on-escape.ts'
import styles from './inspector.module.css'
import { ObjectFields } from './object-fields.tsx'

/** What is selected, and everything about it that can be read or changed; `wide` has room for two sides. */
export function Inspector({ ids, wide }: { ids: readonly string[]; wide: boolean }) {
  const workspace = useWorkspace()
  const { ui } = workspace
  const keysToMap = useKeysToMap()
  useUi(({ locks }) => locks)
  const held = useBoard(() => whyHeld(workspace, ids))
  const first = ids[0]
  const single = ids.length === 1 ? first : undefined
  const heading = useBoard((board) => {
    const object = single === undefined ? undefined : board.object(single)
    return object ? t(definitionOf(object.type)?.name.one ?? 'Something newer') : ''
  })
  const icon = useBoard((board) => definitionOf(board.object(first ?? '')?.type ?? '')?.icon)
  const close = (): void => {
    ui.setState({ selection: new Set() })
    focusMap()
  }
  return (
    <aside
      className={cx(styles.panel, wide && styles.wide)}
      aria-label={t('Details')}
      onKeyDown={onEscape(close)}
      {...keysToMap}
    >
      <header className={styles.head}>
        {createElement(iconOf(single === undefined ? 'layers' : icon), {
          size: 20,
          strokeWidth: 1.75,
          'aria-hidden': true,
        })}
        <h2>{heading || tn(ids.length, '1 selected', '{n} selected')}</h2>
        {Object.entries(headActions).map(([id, look]) => (
          <ActionButton key={id} id={id} icon={look} />
        ))}
        <IconButton icon={X} label={t('Close')} side="left" onClick={close} />
      </header>
      <div
        className={styles.body}
        // A list of many scrolls, with the keyboard too.
        {...(single === undefined && {
          role: 'region',
          tabIndex: 0,
          'aria-label': t('What is selected'),
        })}
      >
        {held !== undefined && (
          <p className={styles.held}>
            <Lock size={16} strokeWidth={1.75} aria-hidden />
            {held}
          </p>
        )}
        {single === undefined ? <Several ids={ids} /> : <ObjectFields key={single} id={single} />}
      </div>
    </aside>
  )
}

const headActions: Readonly<Record<string, LucideIcon>> = {
  lock: Lock,
  unlock: LockOpen,
  delete: Trash2,
}

/** A button for an action, while it can be done. */
function ActionButton({ id, icon }: { id: string; icon: LucideIcon }) {
  const workspace = useWorkspace()
  const action = actionOf(id)
  // A session that is paused or ends changes what can be done without any change of the board.
  useCanEdit()
  const can = useBoard(() => action?.can(workspace) === true)
  if (!action || !can) return null
  return (
    <IconButton
      icon={icon}
      label={t(action.label)}
      side="bottom"
      onClick={() => {
        action.run(workspace)
        if (workspace.ui.getState().selection.size === 0) focusMap()
      }}
    />
  )
}

function Several({ ids }: { ids: readonly string[] }) {
  const { board } = useWorkspace()
  const names = ids.flatMap((id) => {
    const object = board.object(id)
    return object ? [{ id, name: nameOf(object, board) }] : []
  })
  return (
    <ul className={styles.several}>
      {names.slice(0, 30).map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
      {names.length > 30 && (
        <li className={styles.quiet}>{tn(names.length - 30, 'and 1 more', 'and {n} more')}</li>
      )}
    </ul>
  )
}
