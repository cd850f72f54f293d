import type { BoardObject } from '../../../shared/board/object.ts'
import { trustOf, type End } from '../../../shared/board/readings.ts'
import { formatMean } from '../../../shared/measures/tie.ts'
import type { EndsField } from '../../../shared/objects/fields.ts'
import { t } from '../../words/t.ts'
import { useBoard, useCanChange, useMe } from '../board/context.ts'
import { organisationById } from '../board/organisations.ts'
import { useWords } from '../inspector/read-value.tsx'
import { Button } from '../ui/button.tsx'
import styles from './register.module.css'

function Saying({
  object,
  end,
  fieldKey,
  field,
}: {
  object: BoardObject
  end: End
  fieldKey: string
  field: EndsField['fields'][string]
}) {
  const words = useWords(object, ['ends', end, fieldKey], field)
  if (!words) return null
  return (
    <div>
      <dt>{t(field.label)}</dt>
      <dd>{words}</dd>
    </div>
  )
}

/** What one side of a relationship says of it, and the way to say it for one's own side. */
export function SideCell({
  object,
  end,
  field,
  onRate,
}: {
  object: BoardObject
  end: End
  field: EndsField
  onRate(): void
}) {
  const me = useMe()
  const canEdit = useCanChange(object)
  const id = object.fields[end]
  const name = useBoard(
    (board) =>
      organisationById(board, typeof id === 'string' ? id : null)?.name ??
      t('An organisation that is gone'),
  )
  const reading = useBoard((board) => board.reading(object.id, end))
  const trust = trustOf(reading)
  const own = canEdit && me.organisation !== null && me.organisation === id
  return (
    <div className={styles.side}>
      <strong>{name}</strong>
      <dl className={styles.sayings}>
        <div>
          <dt>{t('Trusts them')}</dt>
          <dd>
            {typeof trust === 'number'
              ? t('{mean} of 4', { mean: formatMean(trust) })
              : trust === 'unknown'
                ? t('don’t know')
                : t('not answered')}
          </dd>
        </div>
        {Object.entries(field.fields)
          .filter(([, one]) => !one.hidden)
          .map(([key, one]) => (
            <Saying key={key} object={object} end={end} fieldKey={key} field={one} />
          ))}
      </dl>
      {own && (
        <Button look="quiet" onClick={onRate}>
          {t('Answer for {name}', { name })}
        </Button>
      )}
    </div>
  )
}
