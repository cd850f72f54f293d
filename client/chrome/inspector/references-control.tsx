import { X } from 'lucide-react'
import { markOf } from '../../../shared/objects/mark.ts'
import { t } from '../../words/t.ts'
import { Initials } from '../look/initials.tsx'
import { IconButton } from '../ui/button.tsx'
import { Group } from '../ui/field.tsx'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { AddMenu } from './add-menu.tsx'
import { useCandidates } from './candidates.ts'
import styles from './keyed.module.css'

/** Several other objects of the board, added from a menu and taken off one by one. */
export function ReferencesControl({
  label,
  help,
  types,
  values,
  onChange,
}: {
  label: string
  help: string | undefined
  types: readonly string[]
  values: readonly string[]
  onChange(values: readonly string[] | undefined): void
}) {
  const keeps = useKeepsKeyboard<HTMLUListElement>()
  const { candidates, name } = useCandidates(types)
  const chosen = candidates.filter(({ id }) => values.includes(id))
  const without = (id: string): void => {
    const left = values.filter((value) => value !== id)
    onChange(left.length > 0 ? left : undefined)
  }
  return (
    <Group label={label} help={help}>
      <ul className={styles.rows} tabIndex={-1} {...keeps}>
        {chosen.map((object) => (
          <li key={object.id} className={styles.row}>
            {object.type === 'organisation' && <Initials {...markOf(object)} />}
            <span className={styles.name}>{name(object)}</span>
            <IconButton
              icon={X}
              label={t('Take {name} off', { name: name(object) })}
              side="left"
              onClick={() => without(object.id)}
            />
          </li>
        ))}
        {chosen.length === 0 && <li className={styles.none}>{t('None yet')}</li>}
      </ul>
      <AddMenu
        label={t('Add')}
        offered={candidates.filter(({ id }) => !values.includes(id))}
        name={name}
        onAdd={(id) => onChange([...values, id])}
      />
    </Group>
  )
}
