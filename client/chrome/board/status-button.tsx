import { Check, CloudOff, Eye, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react'
import { t } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/layer.tsx'
import { useLive, useOpen, useStatus } from './context.ts'
import styles from './status-button.module.css'
import { wordsFor } from './status-words.ts'
import barStyles from './top-bar.module.css'
import { useSaveCopy } from './use-save-copy.ts'

/** Whether the work is safe, in two words; a press tells the whole of it and offers a copy. */
export function StatusButton() {
  const { retry } = useOpen()
  const status = useStatus()
  const slow = useLive((live) => live.slow && live.link === 'open')
  const saveCopy = useSaveCopy()
  const { tone, short, long } = wordsFor(status)
  const away = status.kind === 'offline' || status.kind === 'tab-only'
  const Icon: LucideIcon =
    tone === 'busy'
      ? LoaderCircle
      : away
        ? CloudOff
        : status.kind === 'read-only'
          ? Eye
          : tone === 'calm'
            ? Check
            : TriangleAlert
  return (
    <>
      <Popover
        label={t('Status')}
        trigger={
          <button
            type="button"
            className={barStyles.status}
            data-tone={tone}
            aria-label={t('Status: {words}', { words: short })}
          >
            <Icon
              size={16}
              strokeWidth={2}
              aria-hidden
              className={tone === 'busy' ? barStyles.busy : undefined}
            />
            <span className={barStyles.statusText}>{short}</span>
          </button>
        }
      >
        {(close) => (
          <>
            <p className={styles.short}>{short}</p>
            <p className={styles.long}>{long}</p>
            {slow && (
              <p className={styles.long}>
                {t(
                  'Connected the slow way: this network blocks live connections, so changes take a second or two to come and go. Nothing is lost by it.',
                )}
              </p>
            )}
            <div className={styles.actions}>
              <Button
                onClick={() => {
                  saveCopy()
                  close()
                }}
              >
                {t('Save a copy')}
              </Button>
              {away && (
                <Button
                  look="quiet"
                  onClick={() => {
                    retry()
                    close()
                  }}
                >
                  {t('Try again now')}
                </Button>
              )}
            </div>
          </>
        )}
      </Popover>
      {/* Only what needs attention is read out: "saved" after every change would drown the rest. */}
      <span role="status" className="visually-hidden">
        {tone === 'attention' || tone === 'danger' ? short : ''}
      </span>
    </>
  )
}
