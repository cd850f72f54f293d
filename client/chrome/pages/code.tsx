import { useEffect, useState, type FormEvent } from 'react'
import type { BoardPreview } from '../../../shared/protocol/http.ts'
import { readCode, showCode } from '../../../shared/session/short-code.ts'
import { previewCode, type ApiError } from '../../session/api.ts'
import { boardAddress } from '../../session/base.ts'
import { t } from '../../words/t.ts'
import { failureText } from '../failures.ts'
import { go, useSecret } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { CodeField } from './code-field.tsx'
import { JoinForm } from './join-form.tsx'
import { Page } from './page.tsx'
import styles from './page.module.css'

/** Joining by the short code that a facilitator shows: first the code, then who you are. */
export function CodePage() {
  const given = readCode(useSecret())
  const [typed, setTyped] = useState(() => (given ? showCode(given) : ''))
  const [preview, setPreview] = useState<BoardPreview>()
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const code = readCode(typed)

  const look = async (what: string): Promise<void> => {
    setBusy(true)
    setError(undefined)
    const answer = await previewCode(what)
    setBusy(false)
    if (answer.ok) setPreview(answer.value)
    else setError(answer.error)
  }
  // A code that came with the address, from the QR code or the start page, is looked up by itself.
  useEffect(() => {
    if (given) void look(given)
  }, [given])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (code) void look(code)
  }
  if (preview && code) {
    return (
      <Page title={preview.title}>
        <div className={`${styles.card} ${styles.narrow}`}>
          <div>
            <p className={styles.lead}>{t('You are invited to')}</p>
            <h1>{preview.title}</h1>
          </div>
          <p className={styles.lead}>
            {t('Who comes by a code waits for a moment, until a facilitator lets them in.')}
          </p>
          <JoinForm
            preview={preview}
            by={{ code }}
            onJoined={() => go(boardAddress(preview.id))}
            onRefused={() => void look(code)}
          />
        </div>
      </Page>
    )
  }
  return (
    <Page title={t('Join with a code')}>
      <div className={`${styles.card} ${styles.narrow}`}>
        <h1>{t('Join with a code')}</h1>
        <form className={styles.form} onSubmit={submit}>
          <CodeField value={typed} onChange={setTyped} />
          {error && (
            <p role="alert" className={styles.alert}>
              {failureText(error)}
            </p>
          )}
          <div>
            <Button
              type="submit"
              look="primary"
              className={styles.submit ?? ''}
              disabled={!code || busy}
            >
              {busy ? t('Looking…') : t('Go on')}
            </Button>
          </div>
        </form>
      </div>
    </Page>
  )
}
