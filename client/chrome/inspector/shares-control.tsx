import { X } from 'lucide-react'
import { useState } from 'react'
import { markOf } from '../../../shared/objects/mark.ts'
import type { Share } from '../../../shared/objects/fields.ts'
import { t } from '../../words/t.ts'
import { Initials } from '../look/initials.tsx'
import { IconButton } from '../ui/button.tsx'
import { Group, inputLook } from '../ui/field.tsx'
import { cx } from '../ui/cx.ts'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { AddMenu } from './add-menu.tsx'
import { useCandidates } from './candidates.ts'
import styles from './keyed.module.css'

const tidy = (share: number): number => Math.round(share * 10) / 10

function total(shares: readonly Share[]): string {
  const sum = tidy(shares.reduce((all, { share }) => all + share, 0))
  if (sum === 100) return t('Total 100%')
  return sum < 100
    ? t('Total {sum}%: {left}% has no holder yet', { sum, left: tidy(100 - sum) })
    : t('Total {sum}%: {over}% too much', { sum, over: tidy(sum - 100) })
}

/** Who has how much of the whole, in per cent, with the total and what it lacks. */
export function SharesControl({
  label,
  help,
  types,
  shares,
  onChange,
}: {
  label: string
  help: string | undefined
  types: readonly string[]
  shares: readonly Share[]
  onChange(id: string, share: number | undefined): void
}) {
  const keeps = useKeepsKeyboard<HTMLUListElement>()
  const { candidates, name } = useCandidates(types)
  const sum = shares.reduce((all, { share }) => all + share, 0)
  const there = candidates.flatMap((object) => {
    const held = shares.find(({ id }) => id === object.id)
    return held ? [{ ...held, object, name: name(object) }] : []
  })
  // Their part counts as long as nobody has taken it over.
  const gone = shares
    .filter(({ id }) => !candidates.some((object) => object.id === id))
    .map((held) => ({ ...held, object: undefined, name: t('Somebody who is gone') }))
  const rest = Math.max(1, Math.round(100 - sum))
  return (
    <Group label={label} help={help}>
      <ul className={styles.rows} tabIndex={-1} {...keeps}>
        {[...there, ...gone].map(({ id, object, name: holder, share }) => (
          <li key={id} className={styles.row}>
            {object && <Initials {...markOf(object)} />}
            <span className={styles.name}>{holder}</span>
            <ShareInput
              label={t('{name}, per cent', { name: holder })}
              share={share}
              onChange={(next) => onChange(id, next)}
            />
            <IconButton
              icon={X}
              label={t('Take {name} off', { name: holder })}
              side="left"
              onClick={() => onChange(id, undefined)}
            />
          </li>
        ))}
      </ul>
      {shares.length > 0 && (
        <p className={styles.total} data-off={tidy(sum) !== 100} aria-live="polite">
          {total(shares)}
        </p>
      )}
      <AddMenu
        label={t('Add')}
        offered={candidates.filter(({ id }) => !shares.some((share) => share.id === id))}
        name={name}
        onAdd={(id) => onChange(id, rest)}
      />
    </Group>
  )
}

function ShareInput({
  label,
  share,
  onChange,
}: {
  label: string
  share: number
  onChange(share: number): void
}) {
  const [draft, setDraft] = useState<string>()
  return (
    <label className={styles.percent}>
      <input
        className={cx(inputLook, styles.number)}
        type="number"
        min={1}
        max={100}
        aria-label={label}
        value={draft ?? tidy(share)}
        onChange={(event) => {
          setDraft(event.target.value)
          const next = event.target.valueAsNumber
          if (next >= 1 && next <= 100) onChange(next)
        }}
        onBlur={() => setDraft(undefined)}
      />
      %
    </label>
  )
}
