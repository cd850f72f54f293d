import { showCode } from '../../../shared/session/short-code.ts'
import { addressOf } from '../../session/base.ts'
import { t } from '../../words/t.ts'
import { useShortCode } from '../facilitation/use-short-code.ts'
import { QrCode } from '../ui/qr-code.tsx'
import styles from './presenter.module.css'

/** How to come onto the board from the room: the short code, to scan or to type; nothing while there is none. */
export function JoinCard() {
  const code = useShortCode()
  if (!code) return null
  const address = addressOf('join')
  return (
    <aside className={styles.join} aria-label={t('Join')}>
      <QrCode
        text={`${address.href}#${code.text}`}
        label={t('QR code of the short code {code}', { code: showCode(code.text) })}
      />
      <p>
        {address.href.replace(/^https?:\/\//, '')}
        <strong>{showCode(code.text)}</strong>
      </p>
    </aside>
  )
}
