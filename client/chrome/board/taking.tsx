import { X } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ExportFormat } from '../../../shared/exchange/export-formats.ts'
import type { ExportProgress } from '../../../shared/protocol/export-stream.ts'
import { exportInSteps } from '../../session/export-steps.ts'
import { t } from '../../words/t.ts'
import { failureText } from '../failures.ts'
import { Making } from '../paper/making.tsx'
import { settled } from '../paper/use-download.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'
import { download } from './save-copy.ts'
import styles from './taking.module.css'

const endings: Record<ExportFormat, string> = {
  pdf: 'pdf',
  docx: 'docx',
  png: 'png',
  svg: 'svg',
  xlsx: 'xlsx',
  csv: 'zip',
  json: 'rapport.json',
  kumu: 'kumu.json',
  graphml: 'graphml',
  gexf: 'gexf',
}

/** What takes less than this shows nothing, so that nothing flashes, ms. */
const SHOWN_AFTER = 400

/** One file that was asked for: what it is called in the menu, and the board's title then. */
export interface Taken {
  key: number
  format: ExportFormat
  label: string
  title: string
}

interface Asked {
  /** the button by which files are asked for */
  from: RefObject<HTMLElement | null>
  onEnd(taken: Taken): void
}

function Taking({ taken, from, onEnd }: Asked & { taken: Taken }) {
  const open = useOpen()
  const [tried, setTried] = useState(1)
  const [isSlow, setIsSlow] = useState(false)
  const [progress, setProgress] = useState<ExportProgress>({ step: 'waiting' })
  const [failed, setFailed] = useState('')
  const card = useRef<HTMLDivElement>(null)

  const end = useRef(() => {
    // Whoever is on a button of the card goes back to where the file was asked for.
    if (card.current?.contains(document.activeElement)) from.current?.focus()
    onEnd(taken)
  })
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const timer = setTimeout(() => setIsSlow(true), SHOWN_AFTER)
    const { board, participant } = open.credentials
    const make = async (): Promise<void> => {
      await settled(open, signal)
      const answer = await exportInSteps(board.id, participant.token, taken.format, {
        signal,
        query: {},
        onProgress: setProgress,
      })
      if (!answer.ok) {
        setFailed(failureText(answer.error))
        // Who tries again sees that it is tried.
        setIsSlow(true)
        return
      }
      download(answer.value, taken.title, endings[taken.format])
      say({ text: t('The file is in your downloads.') })
      end.current()
    }
    make().catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [open, taken, tried])

  if (failed === '' && !isSlow) return null
  return (
    <div ref={card} className={styles.card}>
      <div className={styles.head}>
        <span className={styles.label}>{taken.label}</span>
        {failed !== '' && (
          <IconButton icon={X} label={t('Close')} side="bottom" onClick={() => end.current()} />
        )}
      </div>
      {failed === '' ? (
        <Making progress={progress} seconds={0} writing={t('Writing the file…')} />
      ) : (
        <p role="alert" className={styles.failed}>
          {failed}
        </p>
      )}
      <div className={styles.foot}>
        {failed === '' ? (
          <Button look="quiet" onClick={() => end.current()}>
            {t('Cancel')}
          </Button>
        ) : (
          <Button
            onClick={() => {
              setFailed('')
              setProgress({ step: 'waiting' })
              setTried(tried + 1)
            }}
          >
            {t('Try again')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Takes files of the board: how far each is and a way to give up where that takes a while, and what is wrong where it fails. Calls `onEnd` with each that has nothing more to show. */
export function TakingAll({ asked, ...rest }: Asked & { asked: readonly Taken[] }) {
  return (
    <div className={styles.all}>
      {asked.map((taken) => (
        <Taking key={taken.key} taken={taken} {...rest} />
      ))}
    </div>
  )
}
