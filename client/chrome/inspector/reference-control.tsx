import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { BoardObject } from '../../../shared/board/object.ts'
import { markOf } from '../../../shared/objects/mark.ts'
import { titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoardList, useWorkspace } from '../board/context.ts'
import { Initials } from '../look/initials.tsx'
import { Menu } from '../ui/layer.tsx'
import styles from './inspector.module.css'

const NONE = 'none'

/** Another object of the board, picked from a menu of those that fit. */
export function ReferenceControl({
  label,
  help,
  types,
  value,
  onChange,
}: {
  label: string
  help: string | undefined
  types: readonly string[]
  value: string
  onChange(value: string | undefined): void
}) {
  const id = useId()
  const { board } = useWorkspace()
  const candidates = useBoardList((model) =>
    [...model.objects()].filter((object) => types.includes(object.type)),
  )
  const face = (object: BoardObject) =>
    object.type === 'organisation' ? <Initials {...markOf(object)} /> : null
  const name = (object: BoardObject): string => titleOf(object, board) || t('Unnamed')
  const chosen = candidates.find((object) => object.id === value)
  const gone = value !== '' && !chosen
  const shown = chosen ? name(chosen) : gone ? t('No longer on the board') : undefined
  return (
    <div className={styles.reference}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      {help && <span className={styles.quiet}>{help}</span>}
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className={styles.picker}
            aria-label={`${label}: ${shown ?? t('not set')}`}
          >
            {chosen && face(chosen)}
            <span className={chosen ? styles.picked : styles.quiet}>{shown ?? t('Choose…')}</span>
            <ChevronDown size={18} strokeWidth={1.75} aria-hidden />
          </button>
        }
        entries={[
          {
            kind: 'choice',
            value: chosen ? value : NONE,
            options: [
              { value: NONE, label: t('None') },
              ...candidates
                .map((object) => ({ value: object.id, label: name(object), before: face(object) }))
                .sort((a, b) => a.label.localeCompare(b.label)),
            ],
            choose: (next) => onChange(next === NONE ? undefined : next),
          },
        ]}
      />
    </div>
  )
}
