import { useState, type FormEvent } from 'react'
import type { BoardPreview, JoinBoard, Sector } from '../../../shared/protocol/http.ts'
import { mayBeOne } from '../../../shared/text/alike.ts'
import { joinBoard, type ApiError } from '../../session/api.ts'
import { boardAddress } from '../../session/base.ts'
import {
  keepCredentials,
  keepPerson,
  keepWaiting,
  lastPerson,
  type Credentials,
} from '../../session/credentials.ts'
import { t } from '../../words/t.ts'
import { failureText, fieldFailure } from '../failures.ts'
import { roleAbility, roleName } from '../roles.ts'
import { go } from '../router.ts'
import { asSector, sectorOptions } from '../sectors.ts'
import { Button } from '../ui/button.tsx'
import { Group } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { OrganisationPicker, NEW } from './organisation-picker.tsx'
import { NameField, OrganisationField } from './person-fields.tsx'
import styles from './page.module.css'

/** As many organisations of a similar name are offered. */
const MOST_ALIKE = 3

/** Asks a newcomer who they are and whom they speak for, and joins; whoever has to wait comes to the waiting page. */
export function JoinForm({
  preview,
  by,
  onJoined,
  onRefused,
}: {
  preview: BoardPreview
  by: Pick<JoinBoard, 'secret' | 'code'>
  onJoined(credentials: Credentials): void
  /** whom they speak for was refused: the board's organisations may be others by now */
  onRefused(): void
}) {
  const [person] = useState(lastPerson)
  const { organisations } = preview
  const own = organisations.find(({ name }) => name === person?.organisation)
  const [name, setName] = useState(person?.name ?? '')
  const [choice, setChoice] = useState(own?.id ?? (organisations.length === 0 ? NEW : ''))
  const [newName, setNewName] = useState(own ? '' : (person?.organisation ?? ''))
  const [sector, setSector] = useState<Sector>(asSector(person?.sector) ?? 'public')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const speaks = preview.role !== 'observer'

  async function join(): Promise<void> {
    const organisation = choice === NEW ? { name: newName, sector } : choice
    const answer = await joinBoard(preview.id, {
      ...by,
      name,
      ...(speaks && { organisation }),
    })
    if (!answer.ok) {
      setError(answer.error)
      if (fieldFailure(answer.error, 'organisation') !== undefined) onRefused()
      return
    }
    const chosen = organisations.find(({ id }) => id === choice)
    keepPerson({
      name,
      ...(speaks && { organisation: chosen?.name ?? newName, sector: chosen?.sector ?? sector }),
    })
    if (answer.value.waiting) {
      keepWaiting(answer.value)
      go(boardAddress(preview.id))
      return
    }
    onJoined(keepCredentials(answer.value))
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    void join().finally(() => setBusy(false))
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <p>
        <strong>{roleName(preview.role)}.</strong> {roleAbility(preview.role)}
      </p>
      <NameField
        value={name}
        onChange={setName}
        help={t('Others on the board see it.')}
        error={fieldFailure(error, 'name')}
      />
      {speaks && organisations.length > 0 && (
        <Group label={t('Whom do you speak for?')}>
          <OrganisationPicker organisations={organisations} value={choice} onChange={setChoice} />
        </Group>
      )}
      {speaks && choice === NEW && (
        <>
          <div>
            <OrganisationField
              value={newName}
              onChange={setNewName}
              error={fieldFailure(error, 'organisation')}
            />
            <Alike
              organisations={organisations.filter((one) => mayBeOne(one.name, newName))}
              onChoose={setChoice}
            />
          </div>
          <Group label={t('Its sector')}>
            <Segmented options={sectorOptions()} value={sector} onChange={setSector} wrap />
          </Group>
        </>
      )}
      {error && (
        <p role="alert" className={styles.alert}>
          {failureText(error)}
        </p>
      )}
      <div>
        <Button type="submit" look="primary" className={styles.submit ?? ''} disabled={busy}>
          {busy ? t('Joining…') : t('Join the board')}
        </Button>
      </div>
    </form>
  )
}

/** Organisations that are on the board already under a name much like the one that is typed: added twice, one body would have two halves of its ties. */
function Alike({
  organisations,
  onChoose,
}: {
  organisations: BoardPreview['organisations']
  onChoose(id: string): void
}) {
  return (
    <div role="status">
      {organisations.length > 0 && (
        <p className={styles.alike}>
          {t('On the board already. Is it yours?')}
          {organisations.slice(0, MOST_ALIKE).map(({ id, name }) => (
            <Button
              key={id}
              onClick={({ currentTarget: { form } }) => {
                // The field goes, and this button with it.
                form?.querySelector<HTMLElement>(`input[value="${CSS.escape(id)}"]`)?.focus()
                onChoose(id)
              }}
            >
              {name}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}
