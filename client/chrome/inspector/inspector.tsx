import { Trash2, X } from 'lucide-react'
import { createElement } from 'react'
import { removeObjects } from '../../../shared/board/commands.ts'
import { definitionOf } from '../../../shared/objects/index.ts'
import { nameOf } from '../../model/kinds.ts'
import { USER } from '../../model/workspace.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard, useCanEdit, useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { iconOf } from '../look/icons.ts'
import { IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import styles from './inspector.module.css'
import { ObjectFields } from './object-fields.tsx'

/** What is selected, and everything about it that can be read or changed; `wide` has room for two sides. */
export function Inspector({ ids, wide }: { ids: readonly string[]; wide: boolean }) {
  const { doc, ui } = useWorkspace()
  const canEdit = useCanEdit()
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
      onKeyDown={(event) => {
        // A menu in the panel has had its Escape already.
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        close()
      }}
    >
      <header className={styles.head}>
        {createElement(iconOf(single === undefined ? 'layers' : icon), {
          size: 20,
          strokeWidth: 1.75,
          'aria-hidden': true,
        })}
        <h2>{heading || tn(ids.length, '1 selected', '{n} selected')}</h2>
        {canEdit && (
          <IconButton
            icon={Trash2}
            label={t('Delete')}
            side="bottom"
            onClick={() => {
              removeObjects(doc, ids, USER)
              close()
            }}
          />
        )}
        <IconButton icon={X} label={t('Close')} side="left" onClick={close} />
      </header>
      <div className={styles.body}>
        {single === undefined ? <Several ids={ids} /> : <ObjectFields key={single} id={single} />}
      </div>
    </aside>
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
