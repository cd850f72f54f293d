import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { checkAnswer, readValue } from '../../../shared/session/round.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useBoardList } from '../board/context.ts'
import { faceOf } from '../board/organisations.ts'
import { useCommand } from '../facilitation/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field, inputLook } from '../ui/field.tsx'
import { AnswerForm } from './answer-form.tsx'
import styles from './rounds.module.css'
import { useDraft } from './use-draft.ts'

const DraftSchema = v.object({
  organisation: v.nullable(v.string()),
  name: v.string(),
  value: v.optional(v.unknown()),
})

/** Where a facilitator enters the answer of somebody without a device; it is marked as such. */
export function Scribe({ round, onClose }: { round: Round; onClose(): void }) {
  const command = useCommand()
  const organisations = useBoardList((board) => [...board.ofType('organisation')].map(faceOf))
  const { read, keep } = useDraft(round.id, 'scribe')
  const [before] = useState(() => v.safeParse(DraftSchema, read()))
  const draft = before.success ? before.output : { organisation: null, name: '' }
  const [organisation, setOrganisation] = useState(draft.organisation)
  const [name, setName] = useState(draft.name)
  const [value, setValue] = useState<unknown>(() => readValue(round.spec.kind, draft.value))
  const isBegun = organisation !== null || name !== '' || value !== undefined
  useEffect(
    () => keep(isBegun ? { organisation, name, value } : undefined),
    [isBegun, keep, name, organisation, value],
  )
  const close = (): void => {
    keep(undefined)
    onClose()
  }
  const isGood = checkAnswer(round, organisation, value).ok
  const submit = async (): Promise<void> => {
    const done = await command({
      type: 'answer',
      round: round.id,
      value,
      for: { organisation, name },
    })
    if (done) close()
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
        <Button look="quiet" onClick={close}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
