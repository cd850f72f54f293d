import type { BoardObject } from '../../../shared/board/object.ts'
import { calendarDay } from '../../words/dates.ts'
import { tokens } from '../../../shared/look/palette.ts'
import {
  readField,
  type Field,
  type Share,
  type Signature,
} from '../../../shared/objects/fields.ts'
import { standingsOf, type Standing } from '../../../shared/objects/signers.ts'
import { perCent } from '../../../shared/measures/figure.ts'
import { titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoard } from '../board/context.ts'
import styles from './inspector.module.css'
import { rawAt, type FieldPath } from './path.ts'

/** Who signed and when, and where it is known, whether what they signed has been changed since. */
const signedBy = (
  signatures: readonly (Signature & Partial<Standing>)[],
  titled: (id: string) => string,
): string =>
  signatures
    .flatMap(({ id, on, stands = true }) => {
      const day = calendarDay(new Date(on))
      const who = titled(id)
      return who ? [`${who}, ${stands ? day : t('{day}, changed since', { day })}`] : []
    })
    .join('\n')

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
      return signedBy(value as readonly Signature[], titled)
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
  useBoard((board) => {
    const titled = (id: string): string => {
      const other = board.object(id)
      return other ? titleOf(other, board) : ''
    }
    return field.kind === 'signatures'
      ? signedBy(standingsOf(field, path[0], object), titled)
      : wordsOf(field, rawAt(object, path), titled)
  })

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
