import { useState } from 'react'
import { checkAnswer } from '../../../shared/session/round.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useBoardList } from '../board/context.ts'
import { faceOf } from '../board/organisations.ts'
import { useCommand } from '../facilitation/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field, inputLook } from '../ui/field.tsx'
import { AnswerForm } from './answer-form.tsx'
import styles from './rounds.module.css'

/** Where a facilitator enters the answer of somebody without a device; it is marked as such. */
export function Scribe({ round, onClose }: { round: Round; onClose(): void }) {
  const command = useCommand()
  const organisations = useBoardList((board) => [...board.ofType('organisation')].map(faceOf))
  const [organisation, setOrganisation] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [value, setValue] = useState<unknown>()
  const isGood = checkAnswer(round, organisation, value).ok
  const submit = async (): Promise<void> => {
    const done = await command({
      type: 'answer',
      round: round.id,
      value,
      for: { organisation, name },
    })
    if (done) onClose()
  }
  return (
    <form
      className={styles.scribe}
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood) void submit()
      }}
    >
      <h3>{t('An answer for somebody without a device')}</h3>
      <Field label={t('Organisation')}>
        {(control) => (
          <select
            {...control}
            className={inputLook}
            value={organisation ?? ''}
            onChange={(event) => {
              setOrganisation(event.target.value || null)
              setValue(undefined)
            }}
          >
            <option value="">{t('No organisation')}</option>
            {organisations.map((face) => (
              <option key={face.id} value={face.id}>
                {face.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('Name')}
        optional={t('(optional)')}
        help={t('It only tells two people apart, and is erased with the answer.')}
      >
        {(control) => (
          <input
            {...control}
            className={inputLook}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <AnswerForm
        round={round}
        organisation={organisation}
        label={t('Their answer')}
        value={value}
        onChange={setValue}
      />
      <div className={styles.actions}>
        <Button type="submit" disabled={!isGood}>
          {t('Enter this answer')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
