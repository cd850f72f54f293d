import type { ExportProgress } from '../../../shared/protocol/export-stream.ts'
import { t, tn } from '../../words/t.ts'
import styles from './making.module.css'

function stepWords({ step, done }: ExportProgress, writing: string): string {
  switch (step) {
    case 'waiting':
      return t('Waiting for its turn…')
    case 'reading':
      return t('Reading the board…')
    case 'composing':
      return t('Putting the paper together…')
    case 'writing':
      return done === undefined ? writing : t('Writing the pages…')
    case 'packing':
      return t('Packing the file…')
  }
}

/** How far a file is that is being made: the step, how much of it is done where that can be counted, and for how long. `writing` says what is done where pages can't be counted: a picture is drawn. */
export function Making({
  progress,
  seconds,
  writing = t('Drawing…'),
}: {
  progress: ExportProgress
  seconds: number
  writing?: string
}) {
  const { done, of } = progress
  const counted = done !== undefined && of !== undefined && of > 0
  const words = stepWords(progress, writing)
  return (
    <span className={styles.making}>
      <span className={styles.words}>
        <span role="status">{words}</span>
        <span aria-hidden className={styles.figures}>
          {counted && `${Math.floor((done / of) * 100)}%`}
          {seconds > 1 && <span>{tn(seconds, '{n} second', '{n} seconds')}</span>}
        </span>
      </span>
      <progress
        className={styles.bar}
        aria-label={words}
        {...(counted && { max: of, value: done })}
      />
    </span>
  )
}
