import { FileDown } from 'lucide-react'
import { t } from '../../words/t.ts'
import { useCanEdit } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Making } from './making.tsx'
import { PaperForm } from './paper-form.tsx'
import styles from './paper.module.css'
import { Preview } from './preview.tsx'
import { useDownload, type Download } from './use-download.ts'
import { usePaper, usePaperSettings } from './use-paper.ts'
import { useSince } from './use-since.ts'

const kinds = { docx: 'Word', pdf: 'PDF' } as const

function statusText(state: Download): string {
  switch (state.step) {
    case 'idle':
    case 'making':
      return ''
    case 'done':
      return t('The {kind} file is in your downloads.', { kind: kinds[state.format] })
    case 'failed':
      return state.detail
  }
}

/** The board paper: its settings on the left, what comes of them on the right, and the files to take away. */
export function BoardPaper({ onClose }: { onClose(): void }) {
  const { settings, change } = usePaperSettings()
  const compared = useSince(settings.since)
  const composed = usePaper(compared.read)
  const canEdit = useCanEdit()
  const { state, take, cancel } = useDownload(
    composed?.paper.title ?? '',
    compared.version?.id ?? 'none',
  )
  const making = state.step === 'making'
  return (
    <Dialog title={t('Board paper')} onClose={onClose} full>
      <div className={styles.paper}>
        {composed ? (
          <>
            {/* With its fields disabled, nothing in it could be focused to scroll it. */}
            <div className={styles.side} {...(!canEdit && { tabIndex: 0 })}>
              <PaperForm
                settings={settings}
                change={change}
                readOnly={!canEdit}
                drafts={composed.drafts}
                compared={compared}
              />
            </div>
            <Preview paper={composed.paper} />
          </>
        ) : (
          <p className={styles.wait}>{t('Putting the paper together…')}</p>
        )}
        <div className={styles.foot}>
          {state.step === 'making' && <Making progress={state.progress} seconds={state.seconds} />}
          <p
            hidden={making}
            className={
              state.step === 'failed' ? `${styles.status} ${styles.failed}` : styles.status
            }
            role={state.step === 'failed' ? 'alert' : 'status'}
          >
            {statusText(state)}
          </p>
          {making && (
            <Button look="quiet" onClick={cancel}>
              {t('Cancel')}
            </Button>
          )}
          <Button icon={FileDown} disabled={making || !composed} onClick={() => take('pdf')}>
            {t('Download PDF')}
          </Button>
          <Button
            look="primary"
            icon={FileDown}
            disabled={making || !composed}
            onClick={() => take('docx')}
          >
            {t('Download Word')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
