import { useEffect, useRef, useState } from 'react'
import type { SessionParticipant } from '../../../shared/protocol/session.ts'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useCommand, useRun } from '../facilitation/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { say } from '../ui/toasts.tsx'
import { WrappingSelect } from '../ui/wrapping-select.tsx'
import type { OrganisationFace } from './organisations.ts'
import styles from './speak-for.module.css'

/** Asks a facilitator whom somebody is to speak for from now on. */
export function SpeakFor({
  person: { id, name, organisation },
  organisations,
  onChange,
  onKeep,
}: {
  person: SessionParticipant
  organisations: readonly OrganisationFace[]
  /** it is done, and everyone is about to be told */
  onChange(): void
  onKeep(): void
}) {
  const command = useCommand()
  const { rounds } = useRun()
  // That of who speaks for one that is gone is not among them.
  const [chosen, setChosen] = useState(() =>
    organisations.some((face) => face.id === organisation) ? (organisation ?? '') : '',
  )
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const none = t('No organisation')
  const nameOf = (one: string): string =>
    organisations.find((face) => face.id === one)?.name ?? none
  const change = async (): Promise<void> => {
    setBusy(true)
    const done = await command({
      type: 'speak-for',
      participant: id,
      organisation: chosen === '' ? null : chosen,
    })
    if (!done) {
      setBusy(false)
      return
    }
    say({
      text:
        chosen === ''
          ? t('{name} speaks for no organisation now.', { name })
          : t('{name} speaks for {organisation} now.', { name, organisation: nameOf(chosen) }),
    })
    onChange()
  }
  return (
    <li>
      <form
        className={styles.form}
        aria-label={t('Whom does {name} speak for?', { name })}
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        <Field
          label={t('Whom does {name} speak for?', { name })}
          help={
            roundUnderWay({ rounds })?.state === 'open'
              ? t('What they have answered to the open question goes, and they are asked again.')
              : undefined
          }
        >
          {(control) => (
            <WrappingSelect
              {...control}
              ref={first}
              shown={nameOf(chosen)}
              value={chosen}
              disabled={busy}
              onChange={(event) => setChosen(event.target.value)}
            >
              {organisations.map((face) => (
                <option key={face.id} value={face.id}>
                  {face.name}
                </option>
              ))}
              <option value="">{none}</option>
            </WrappingSelect>
          )}
        </Field>
        <span>
          <Button type="submit" look="primary" disabled={busy || chosen === (organisation ?? '')}>
            {t('Change')}
          </Button>
          <Button look="quiet" onClick={onKeep}>
            {t('Cancel')}
          </Button>
        </span>
      </form>
    </li>
  )
}
