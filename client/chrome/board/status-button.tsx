import { Check, CloudOff, Eye, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react'
import { t } from '../../words/t.ts'
import { late } from '../ui/late.tsx'
import { Popover } from '../ui/layer.tsx'
import { useStatus } from './context.ts'
import { wordsFor } from './status-words.ts'
import barStyles from './top-bar.module.css'

const details = late(() => import('./status-details.tsx').then((m) => m.StatusDetails))
// Wanted most when the server that has it is away.
details.prepare()

/** Whether the work is safe, in two words; a press tells the whole of it and offers a copy. */
export function StatusButton() {
  const status = useStatus()
  const { tone, short } = wordsFor(status)
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
            aria-busy={status.kind === 'offline' && status.more}
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
        {(close) => <details.Show close={close} />}
      </Popover>
      {/* Only what needs attention is read out: "saved" after every change would drown the rest. */}
      <span role="status" className="visually-hidden">
        {tone === 'attention' || tone === 'danger' ? short : ''}
      </span>
    </>
  )
}
