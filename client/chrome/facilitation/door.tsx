import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { showCode } from '../../../shared/session/short-code.ts'
import type { ShortCode } from '../../../shared/session/state.ts'
import { addressOf } from '../../session/base.ts'
import { t } from '../../words/t.ts'
import { roleName } from '../roles.ts'
import { Button } from '../ui/button.tsx'
import styles from './door.module.css'
import { useCommand, useRun } from './use-session.ts'
import { useShortCode } from './use-short-code.ts'

/** How people come in: whether they wait to be let in, and a short code for the big screen. */
export function Door({ role }: { role: ShortCode['role'] | 'facilitator' }) {
  const run = useRun()
  const command = useCommand()
  return (
    <div className={styles.door}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={run.waitingRoom}
          onChange={(event) => void command({ type: 'waiting-room', on: event.target.checked })}
        />
        <span>
          {t('Waiting room')}
          <small>
            {t('Partners and observers who join wait until a facilitator lets them in.')}
          </small>
        </span>
      </label>
      {role !== 'facilitator' && !run.ended && <Code role={role} />}
    </div>
  )
}

function Code({ role }: { role: ShortCode['role'] }) {
  const command = useCommand()
  const code = useShortCode()
  const [busy, setBusy] = useState(false)
  const make = async (wanted: ShortCode['role'] | null): Promise<void> => {
    setBusy(true)
    await command({ type: 'code', role: wanted })
    setBusy(false)
  }
  const isOther = code !== undefined && code.role !== role
  return (
    <section className={styles.code} aria-label={t('Short code')}>
      {code && !isOther && (
        <p>
          <strong className={styles.text}>{showCode(code.text)}</strong>
          <span className={styles.small}>
            {t('Typed at {address}. Whoever uses it waits for you to let them in.', {
              address: addressOf('join').href.replace(/^https?:\/\//, ''),
            })}
          </span>
        </p>
      )}
      {(!code || isOther) && (
        <p className={styles.small}>
          {isOther
            ? t('The short code shown now is for the role {role}.', { role: roleName(code.role) })
            : t(
                'A short code to type, for the big screen. It is good for twelve hours at most; whoever uses it waits for you to let them in.',
              )}
        </p>
      )}
      <div className={styles.actions}>
        <Button icon={KeyRound} disabled={busy} onClick={() => void make(role)}>
          {code && !isOther ? t('Make another code') : t('Make a short code')}
        </Button>
        {code && (
          <Button look="quiet" disabled={busy} onClick={() => void make(null)}>
            {t('Take the code away')}
          </Button>
        )}
      </div>
    </section>
  )
}
