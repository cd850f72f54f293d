import { useEffect, useState } from 'react'
import type { BoardPreview } from '../../../shared/protocol/http.ts'
import { previewBoard, type ApiError } from '../../session/api.ts'
import type { Credentials } from '../../session/credentials.ts'
import { t } from '../../words/t.ts'
import { go, hideSecret, startPath } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { JoinForm } from './join-form.tsx'
import { Page } from './page.tsx'
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
        <JoinForm
          preview={preview}
          by={{ secret }}
          onRefused={() => {
            void previewBoard(board, secret).then((answer) => answer.ok && setPreview(answer.value))
          }}
          onJoined={(credentials) => {
            hideSecret()
            onJoined(credentials)
          }}
        />
      </div>
    </Page>
  )
}
