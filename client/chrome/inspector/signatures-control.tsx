import { PenLine } from 'lucide-react'
import type { BoardObject } from '../../../shared/board/object.ts'
import type { SignaturesField } from '../../../shared/objects/fields.ts'
import { markOf } from '../../../shared/objects/mark.ts'
import { linesToSign, signersOf, type Standing } from '../../../shared/objects/signers.ts'
import { dayInWords } from '../../../shared/text/day.ts'
import { today } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { useMe } from '../board/context.ts'
import { Initials } from '../look/initials.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Group } from '../ui/field.tsx'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { useCandidates } from './candidates.ts'
import styles from './keyed.module.css'

function signedOn({ on, stands }: Standing): string {
  const day = dayInWords(on, t)
  return stands ? t('signed {day}', { day }) : t('signed {day}, changed since', { day })
}

/** What an organisation put its name to, where it reads otherwise now. */
const Signed = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? (
    <p className={styles.signed}>{t('Nothing was promised yet')}</p>
  ) : (
    <details className={styles.signed}>
      <summary>{t('What was signed')}</summary>
      <ul>
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
    </details>
  )

/** Who should sign and who has; a person signs for their own organisation alone. */
export function SignaturesControl({
  label,
  help,
  field,
  object,
  signatures,
  onSign,
}: {
  label: string
  help: string | undefined
  field: SignaturesField
  object: BoardObject
  signatures: readonly Standing[]
  /** an organisation signs, or takes its signature back with `undefined` */
  onSign(id: string, signed: Omit<Standing, 'id' | 'stands'> | undefined): void
}) {
  const me = useMe()
  const keeps = useKeepsKeyboard<HTMLUListElement>()
  const { candidates, name } = useCandidates(field.types)
  const wanted = new Set(signersOf(field, object, candidates))
  const signed = new Map(signatures.map((one) => [one.id, one]))
  const rows = candidates.filter(({ id }) => wanted.has(id) || signed.has(id))
  const sign = (id: string) => onSign(id, { on: today(), of: linesToSign(field, object) })
  return (
    <Group label={label} help={help}>
      <ul className={styles.rows} tabIndex={-1} {...keeps}>
        {rows.map((one) => {
          const signature = signed.get(one.id)
          const changed = signature?.stands === false
          const own = one.id === me.organisation
          return (
            <li key={one.id} className={cx(styles.row, styles.wraps)}>
              <Initials {...markOf(one)} />
              <span className={styles.name}>
                {name(one)}
                <small className={signature?.stands ? styles.none : styles.missing}>
                  {signature ? signedOn(signature) : t('not signed')}
                </small>
              </span>
              {own && (!signature || changed) && (
                <Button icon={PenLine} onClick={() => sign(one.id)}>
                  {changed ? t('Sign again') : t('Sign')}
                </Button>
              )}
              {own && signature && (
                <Button onClick={() => onSign(one.id, undefined)}>{t('Take back')}</Button>
              )}
              {changed && <Signed lines={signature.of ?? []} />}
            </li>
          )
        })}
        {rows.length === 0 && <li className={styles.none}>{t('Nobody is asked to sign yet')}</li>}
      </ul>
    </Group>
  )
}
