import { useEffect, useState, type FormEvent } from 'react'
import type { BoardPreview, Sector } from '../../../shared/protocol/http.ts'
import { joinBoard, previewBoard, type ApiError } from '../../session/api.ts'
import {
  keepCredentials,
  keepPerson,
  lastPerson,
  type Credentials,
} from '../../session/credentials.ts'
import { t } from '../../words/t.ts'
import { failureText, fieldFailure } from '../failures.ts'
import { roleAbility, roleName } from '../roles.ts'
import { go, hideSecret, startPath } from '../router.ts'
import { asSector, sectorOptions } from '../sectors.ts'
import { Button } from '../ui/button.tsx'
import { Group } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { OrganisationPicker, NEW } from './organisation-picker.tsx'
import { Page } from './page.tsx'
import { NameField, OrganisationField } from './person-fields.tsx'
import styles from './page.module.css'
import { ProblemPage, refusal } from './problem.tsx'

interface JoinProps {
  board: string
  secret: string
  /** this browser's earlier self on the board, who may simply come back */
  known: Credentials | undefined
  onJoined(credentials: Credentials): void
}

/** Takes the holder of a link onto the board: who they are and whom they speak for. */
export function JoinPage({ board, secret, known, onJoined }: JoinProps) {
  const [preview, setPreview] = useState<BoardPreview>()
  const [error, setError] = useState<ApiError>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    void previewBoard(board, secret).then((answer) => {
      if (!current) return
      if (answer.ok) setPreview(answer.value)
      else setError(answer.error)
    })
    return () => {
      current = false
    }
  }, [board, secret, attempt])

  if (error) {
    return (
      <ProblemPage {...refusal(error)}>
        <div className={styles.actions}>
          <Button
            look="primary"
            onClick={() => {
              setError(undefined)
              setAttempt(attempt + 1)
            }}
          >
            {t('Try again')}
          </Button>
          <Button look="quiet" onClick={() => go(startPath())}>
            {t('Go to the start page')}
          </Button>
        </div>
      </ProblemPage>
    )
  }
  if (!preview) return <Page title={t('Join')}>{null}</Page>
  return (
    <Page title={preview.title}>
      <div className={`${styles.card} ${styles.narrow}`}>
        <div>
          <p className={styles.lead}>{t('You are invited to')}</p>
          <h1>{preview.title}</h1>
        </div>
        {known && known.participant.role === preview.role && (
          <Button
            onClick={() => {
              hideSecret()
              onJoined(known)
            }}
          >
            {t('Come back as {name}', { name: known.participant.name })}
          </Button>
        )}
        <p>
          <strong>{roleName(preview.role)}.</strong> {roleAbility(preview.role)}
        </p>
        <JoinForm preview={preview} secret={secret} onJoined={onJoined} />
      </div>
    </Page>
  )
}

function JoinForm({
  preview,
  secret,
  onJoined,
}: {
  preview: BoardPreview
  secret: string
  onJoined(credentials: Credentials): void
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
      secret,
      name,
      ...(speaks && { organisation }),
    })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    const chosen = organisations.find(({ id }) => id === choice)
    keepPerson({
      name,
      ...(speaks && { organisation: chosen?.name ?? newName, sector: chosen?.sector ?? sector }),
    })
    const credentials = keepCredentials(answer.value)
    hideSecret()
    onJoined(credentials)
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    void join().finally(() => setBusy(false))
  }

  return (
    <form className={styles.form} onSubmit={submit}>
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
          <OrganisationField
            value={newName}
            onChange={setNewName}
            error={fieldFailure(error, 'organisation')}
          />
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
