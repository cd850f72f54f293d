import { writeAt } from '../inspector/path.ts'
import type { BoardObject } from '../../../shared/board/object.ts'
import { limits } from '../../../shared/limits.ts'
import { readField, type Field } from '../../../shared/objects/fields.ts'
import { t } from '../../words/t.ts'
import { useCanChange, useWorkspace } from '../board/context.ts'
import { FieldControl } from '../inspector/field-control.tsx'
import { LiveText } from '../inspector/live-text.tsx'
import { useWords } from '../inspector/read-value.tsx'
import { inputLook } from '../ui/field.tsx'
import { Popover } from '../ui/layer.tsx'
import styles from './register.module.css'

/** One field of one object in a table: what is typed stands open, everything else opens its control. */
export function Cell({
  object,
  fieldKey,
  field,
  name,
}: {
  object: BoardObject
  fieldKey: string
  field: Field
  /** what the row is called */
  name: string
}) {
  const { doc } = useWorkspace()
  const canEdit = useCanChange(object)
  const path = [fieldKey] as const
  const words = useWords(object, path, field)
  const label = t('{field} of {name}', { field: t(field.label), name })
  const value = readField(field, object.fields[fieldKey])
  const write = (next: unknown): void => writeAt(doc, object.id, path, next)
  const control = {
    id: `${object.id}-${fieldKey}`,
    'aria-describedby': undefined,
    'aria-invalid': undefined,
    'aria-label': label,
  }
  if (!canEdit) return <span className={styles.words}>{words || '–'}</span>
  switch (field.kind) {
    case 'text':
      return <LiveText id={object.id} path={path} multiline={field.multiline} control={control} />
    case 'line':
      return (
        <input
          {...control}
          className={inputLook}
          value={typeof value === 'string' ? value : ''}
          maxLength={limits.line}
          onChange={(event) => write(event.target.value)}
        />
      )
    case 'date':
      return (
        <input
          {...control}
          className={inputLook}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => write(event.target.value || undefined)}
        />
      )
    case 'flag':
      return (
        <label className={styles.flag}>
          <input
            type="checkbox"
            aria-label={label}
            checked={value === true}
            onChange={(event) => write(event.target.checked || undefined)}
          />
        </label>
      )
    default:
      return (
        <Popover
          label={label}
          trigger={
            <button
              type="button"
              className={styles.cell}
              aria-label={`${label}: ${words || t('not set')}`}
            >
              <span className={words ? styles.words : styles.none}>{words || t('Not set')}</span>
            </button>
          }
        >
          {() => <FieldControl object={object} path={path} field={field} />}
        </Popover>
      )
  }
}
