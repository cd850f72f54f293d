import { FileUp } from 'lucide-react'
import { useId, useState, type DragEvent } from 'react'
import { limits } from '../../../shared/limits.ts'
import { actionOf } from '../../actions/list.ts'
import { importFile, type ApiError, type Imported, type ImportFormat } from '../../session/api.ts'
import { t, tn } from '../../words/t.ts'
import { useOpen } from '../board/context.ts'
import { failureText } from '../failures.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Dialog } from '../ui/dialog.tsx'
import styles from './import.module.css'

type State =
  | { step: 'choose' }
  | { step: 'busy'; name: string }
  | { step: 'done'; name: string; imported: Imported }
  | { step: 'failed'; name: string; error: ApiError }

const formatOf = (name: string): ImportFormat | undefined => {
  if (/\.json$/i.test(name)) return 'json'
  return /\.(csv|txt|tsv)$/i.test(name) ? 'csv' : undefined
}

const problem = (detail: string): ApiError => ({
  type: 'about:blank',
  title: t('This file can’t be imported'),
  status: 422,
  detail,
})

/** Brings a file onto the board: all of it, or none and the reasons why. */
export function Import({ onClose }: { onClose(): void }) {
  const { credentials, workspace } = useOpen()
  const [state, setState] = useState<State>({ step: 'choose' })
  const { board, participant } = credentials

  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const { name } = file
    const format = formatOf(name)
    if (!format) {
      const error = problem(t('Choose a Rapport file (.json) or a table (.csv).'))
      setState({ step: 'failed', name, error })
      return
    }
    if (file.size > limits.importBytes) {
      const error = problem(t('It is larger than {n} MB.', { n: limits.importBytes / 1_000_000 }))
      setState({ step: 'failed', name, error })
      return
    }
    setState({ step: 'busy', name })
    const answer = await importFile(board.id, participant.token, format, file)
    setState(
      answer.ok
        ? { step: 'done', name, imported: answer.value }
        : { step: 'failed', name, error: answer.error },
    )
  }

  return (
    <Dialog title={t('Import')} onClose={onClose}>
      <div className={styles.import} aria-live="polite">
        {(state.step === 'choose' || state.step === 'failed') && (
          <Chooser onFile={(file) => void take(file)} />
        )}
        {state.step === 'busy' && <p>{t('Reading {name}…', { name: state.name })}</p>}
        {state.step === 'failed' && <Failure name={state.name} error={state.error} />}
        {state.step === 'done' && (
          <>
            <Summary name={state.name} imported={state.imported} />
            <div>
              <Button
                look="primary"
                onClick={() => {
                  onClose()
                  actionOf('fit')?.run(workspace)
                }}
              >
                {t('Show the board')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

function Chooser({ onFile }: { onFile(file: File | undefined): void }) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    <label
      htmlFor={id}
      className={cx(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={28} strokeWidth={1.5} aria-hidden />
      <strong>{t('Choose a file, or drop it here')}</strong>
      <span>
        {t(
          'A Rapport file (.json), or a table of relationships (.csv) with the columns From, To and one rating.',
        )}
      </span>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept=".json,.csv,application/json,text/csv"
        onChange={(event) => onFile(event.target.files?.[0])}
      />
    </label>
  )
}

function Place({ line, field }: { line?: number | undefined; field?: string | undefined }) {
  const parts = [
    line === undefined ? '' : t('line {line}', { line }),
    field === undefined ? '' : t('“{field}”', { field }),
  ].filter(Boolean)
  return parts.length > 0 ? <b>{parts.join(', ')}: </b> : null
}

function Failure({ name, error }: { name: string; error: ApiError }) {
  const errors = error.errors ?? []
  return (
    <div role="alert" className={styles.failure}>
      <p>
        <strong>{t('{name} was not imported. The board is as it was.', { name })}</strong>
      </p>
      {errors.length === 0 ? (
        <p>{failureText(error)}</p>
      ) : (
        <ul>
          {errors.slice(0, 8).map(({ line, field, detail }) => (
            <li key={`${line}${field}${detail}`}>
              <Place line={line} field={field} />
              {detail}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Summary({ name, imported }: { name: string; imported: Imported }) {
  const others = imported.objects - imported.organisations - imported.relationships
  const parts = [
    tn(imported.organisations, '1 organisation', '{n} organisations'),
    tn(imported.relationships, '1 relationship', '{n} relationships'),
    tn(imported.readings, '1 trust reading', '{n} trust readings'),
    ...(others > 0 ? [tn(others, '1 other object', '{n} other objects')] : []),
  ]
  return (
    <>
      <p>{t('{name} is on the board:', { name })}</p>
      <ul className={styles.summary}>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {imported.notes.length > 0 && (
        <details className={styles.notes}>
          <summary>{tn(imported.notes.length, '1 thing to know', '{n} things to know')}</summary>
          <ul>
            {imported.notes.slice(0, 50).map(({ line, field, detail }) => (
              <li key={`${line}${field}${detail}`}>
                <Place line={line} field={field} />
                {detail}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
