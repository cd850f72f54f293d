import { PenLine } from 'lucide-react'
import type { BoardObject } from '../../../shared/board/object.ts'
import type { Signature, SignaturesField } from '../../../shared/objects/fields.ts'
import { markOf } from '../../../shared/objects/mark.ts'
import { signersOf } from '../../../shared/objects/signers.ts'
import { dayInWords } from '../../../shared/text/day.ts'
import { today } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { Initials } from '../look/initials.tsx'
import { Button } from '../ui/button.tsx'
import { Group } from '../ui/field.tsx'
import { useCandidates } from './candidates.ts'
import styles from './keyed.module.css'

/** Who should sign and who has; a person signs for their own organisation alone. */
export function SignaturesControl({
  label,
  help,
  field,
  object,
  signatures,
  onChange,
}: {
  label: string
  help: string | undefined
  field: SignaturesField
  object: BoardObject
  signatures: readonly Signature[]
  onChange(id: string, on: string | undefined): void
}) {
  const { me } = useWorkspace()
  const { candidates, name } = useCandidates(field.types)
  const wanted = new Set(signersOf(field, object, candidates))
  const signed = new Map(signatures.map(({ id, on }) => [id, on]))
  const rows = candidates.filter(({ id }) => wanted.has(id) || signed.has(id))
  return (
    <Group label={label} help={help}>
      <ul className={styles.rows}>
        {rows.map((one) => {
          const on = signed.get(one.id)
          const own = one.id === me.organisation
          return (
            <li key={one.id} className={styles.row}>
              <Initials {...markOf(one)} />
              <span className={styles.name}>
                {name(one)}
                <small className={on === undefined ? styles.missing : styles.none}>
                  {on === undefined
                    ? t('not signed')
                    : t('signed {day}', { day: dayInWords(on, t) })}
                </small>
              </span>
              {own && (
                <Button
                  icon={on === undefined ? PenLine : undefined}
                  onClick={() => onChange(one.id, on === undefined ? today() : undefined)}
                >
                  {on === undefined ? t('Sign') : t('Take back')}
                </Button>
              )}
            </li>
          )
        })}
        {rows.length === 0 && <li className={styles.none}>{t('Nobody is asked to sign yet')}</li>}
      </ul>
    </Group>
  )
}
