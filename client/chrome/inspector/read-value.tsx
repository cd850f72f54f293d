import type { BoardObject } from '../../../shared/board/object.ts'
import { calendarDay } from '../../words/dates.ts'
import { tokens } from '../../../shared/look/palette.ts'
import {
  readField,
  type Field,
  type Share,
  type Signature,
} from '../../../shared/objects/fields.ts'
import { perCent } from '../../../shared/measures/figure.ts'
import { titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoard } from '../board/context.ts'
import styles from './inspector.module.css'
import { rawAt, type FieldPath } from './path.ts'

/** A value in words; empty where nobody has said anything. */
export function wordsOf(field: Field, raw: unknown, titled: (id: string) => string): string {
  const value = readField(field, raw)
  switch (field.kind) {
    case 'choice':
      return t(field.options.find((option) => option.value === value)?.label ?? '')
    case 'scale':
      return typeof value === 'number' ? `${value}, ${t(field.steps[value - field.min] ?? '')}` : ''
    case 'list':
      return Array.isArray(value) ? value.join('\n') : ''
    case 'references':
      return (value as readonly string[]).map(titled).filter(Boolean).join('\n')
    case 'shares':
      return (value as readonly Share[])
        .map(({ id, share }) => `${titled(id) || t('Somebody who is gone')} ${perCent(share)}`)
        .join('\n')
    case 'signatures':
      return (value as readonly Signature[])
        .flatMap(({ id, on }) =>
          titled(id) ? [`${titled(id)}, ${calendarDay(new Date(on))}`] : [],
        )
        .join('\n')
    case 'angle':
      return `${String(value)}°`
    case 'flag':
      return value === true ? t('Yes') : t('No')
    case 'date':
      return typeof value === 'string' ? calendarDay(new Date(value)) : ''
    case 'reference':
      return typeof value === 'string' ? titled(value) : ''
    default:
      return typeof value === 'string' ? value : ''
  }
}

const isColour = (field: Field): boolean =>
  field.kind === 'choice' &&
  field.options.some(({ value }) => tokens.some((token) => token === value))

/** What a field of an object says, in words; empty where nobody has said anything. */
export const useWords = (object: BoardObject, path: FieldPath, field: Field): string =>
  useBoard((board) =>
    wordsOf(field, rawAt(object, path), (id) => {
      const other = board.object(id)
      return other ? titleOf(other, board) : ''
    }),
  )

/** A field to read only: its label and what it says, or `empty`. Colours are seen on the map and left out. */
export function ReadValue({
  object,
  path,
  field,
  empty,
}: {
  object: BoardObject
  path: FieldPath
  field: Field
  empty: string
}) {
  const words = useWords(object, path, field)
  if (isColour(field) || field.kind === 'ends') return null
  return (
    <div className={styles.read}>
      <p className={styles.label}>{t(field.label)}</p>
      <p className={words ? styles.said : styles.quiet}>{words || empty}</p>
    </div>
  )
}
