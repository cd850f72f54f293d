import { useEffect, useState } from 'react'
import { placeOn, type ApiError } from '../../session/api.ts'
import { forgetWaiting, keepCredentials, type Credentials } from '../../session/credentials.ts'
import { t } from '../../words/t.ts'
import { go, startPath } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { Page } from './page.tsx'
import { ProblemPage, refusal } from './problem.tsx'
import styles from './page.module.css'

/** How often it is asked whether somebody has been let in, ms. */
const ASK_EVERY = 2_000

/** Where somebody waits until a facilitator lets them in; the board opens by itself then. */
export function WaitingPage({
  place,
  onAdmitted,
}: {
  place: Credentials
  onAdmitted(credentials: Credentials): void
}) {
  const { board, participant } = place
  const [refused, setRefused] = useState<ApiError>()
  const [away, setAway] = useState(false)
  useEffect(() => {
    let left = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async (): Promise<void> => {
      const answer = await placeOn(board.id, participant.token)
      if (left) return
      if (answer.ok && !answer.value.waiting) {
        const { organisation } = answer.value
        forgetWaiting(board.id)
        onAdmitted(keepCredentials({ board, participant: { ...participant, organisation } }))
        return
      }
      const isOver = !answer.ok && [401, 404].includes(answer.error.status)
      if (isOver) {
        forgetWaiting(board.id)
        setRefused(answer.error)
        return
      }
      setAway(!answer.ok)
      timer = setTimeout(() => void ask(), ASK_EVERY)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [board, participant, onAdmitted])

  const leave = (): void => {
    forgetWaiting(board.id)
    go(startPath())
  }
  if (refused) {
    const words =
      refused.status === 401
        ? {
            title: t('You were not let in'),
            happened: t('A facilitator turned this request down, or withdrew the invitation.'),
            safe: t('Nothing was changed. If that was a mistake, ask them and join again.'),
          }
        : refusal(refused)
    return (
      <ProblemPage {...words}>
        <div>
          <Button onClick={leave}>{t('Go to the start page')}</Button>
        </div>
      </ProblemPage>
    )
  }
  return (
    <Page title={t('Waiting to be let in')}>
      <div className={`${styles.card} ${styles.narrow}`}>
        <div>
          <p className={styles.lead}>{board.title}</p>
          <h1>{t('You are at the door, {name}', { name: participant.name })}</h1>
        </div>
        <p className={styles.knock} role="status">
          <span className={styles.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {away
            ? t('The server can’t be reached. Your place is kept; this page tries again by itself.')
            : t('A facilitator has been told, and will let you in. The board opens by itself.')}
        </p>
        <div>
          <Button look="quiet" onClick={leave}>
            {t('Leave')}
          </Button>
        </div>
      </div>
    </Page>
  )
}
