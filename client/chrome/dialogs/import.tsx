import { useState } from 'react'
import type {
  ImportFormat,
  ImportMapping,
  ImportPreview,
} from '../../../shared/exchange/mapping.ts'
import type { Imported } from '../../../shared/exchange/imported.ts'
import { limits } from '../../../shared/limits.ts'
import { actionOf } from '../../actions/list.ts'
import type { ApiError } from '../../session/api.ts'
import { importFiles, previewFiles } from '../../session/import-api.ts'
import { t } from '../../words/t.ts'
import { useOpen } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ImportChooser } from './import-choose.tsx'
import { guessedMapping, ImportColumns } from './import-mapping.tsx'
import { ImportFailure, ImportSummary } from './import-result.tsx'
import styles from './import.module.css'

/** What is to be imported: files, or one pasted list. */
interface Source {
  name: string
  format: ImportFormat
  files: readonly Blob[]
}

type State =
  | { step: 'choose' }
  | { step: 'busy'; name: string }
  | { step: 'columns'; source: Source; preview: ImportPreview }
  | { step: 'done'; name: string; imported: Imported }

const problem = (detail: string): ApiError => ({
  type: 'about:blank',
  title: t('This file can’t be imported'),
  status: 422,
  detail,
})

/** Brings files onto the board: all of it, or none and the reasons why. */
export function Import({ onClose }: { onClose(): void }) {
  const { credentials, workspace } = useOpen()
  const [state, setState] = useState<State>({ step: 'choose' })
  const [failure, setFailure] = useState<{ name: string; error: ApiError }>()
  const { board, participant } = credentials

  const put = async (
    source: Source,
    preview: ImportPreview,
    mapping: ImportMapping,
    back: State,
  ): Promise<void> => {
    const { name, files } = source
    setFailure(undefined)
    setState({ step: 'busy', name })
    const { format, encoding } = preview
    const answer = await importFiles(board.id, participant.token, {
      format,
      encoding,
      files,
      ...(format !== 'json' && { mapping }),
    })
    if (answer.ok) setState({ step: 'done', name, imported: answer.value })
    else {
      setFailure({ name, error: answer.error })
      setState(back)
    }
  }

  const take = async (source: Source): Promise<void> => {
    const { name, files, format } = source
    const fail = (error: ApiError): void => {
      setFailure({ name, error })
      setState({ step: 'choose' })
    }
    // A board's file brings its images along.
    const isBoard = /\.json$/i.test(name)
    const most = limits.importBytes + (isBoard ? limits.importImageBytes : 0)
    if (files.reduce((sum, { size }) => sum + size, 0) > most) {
      fail(problem(t('It is larger than {n} MB.', { n: most / 1_000_000 })))
      return
    }
    setFailure(undefined)
    setState({ step: 'busy', name })
    const preview = await previewFiles(board.id, participant.token, { format, files })
    if (!preview.ok) fail(preview.error)
    else if (preview.value.clear) {
      await put(source, preview.value, guessedMapping(preview.value), { step: 'choose' })
    } else setState({ step: 'columns', source, preview: preview.value })
  }

  const said =
    state.step === 'busy'
      ? t('Reading {name}…', { name: state.name })
      : state.step === 'done'
        ? t('{name} is on the board.', { name: state.name })
        : ''

  return (
    <Dialog title={t('Import')} onClose={onClose} wide={state.step === 'columns'}>
      <div className={styles.import}>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
        {failure && <ImportFailure {...failure} />}
        {state.step === 'choose' && (
          <ImportChooser
            onFiles={(files) => {
              const name = files.map((file) => file.name).join(', ')
              if (files.length > 0) void take({ name, format: 'auto', files })
            }}
            onList={(text) =>
              void take({ name: t('The list'), format: 'list', files: [new Blob([text])] })
            }
          />
        )}
        {state.step === 'busy' && <p aria-hidden>{said}</p>}
        {state.step === 'columns' && (
          <ImportColumns
            name={state.source.name}
            preview={state.preview}
            onBack={() => {
              setFailure(undefined)
              setState({ step: 'choose' })
            }}
            onImport={(mapping) => void put(state.source, state.preview, mapping, state)}
          />
        )}
        {state.step === 'done' && (
          <>
            <ImportSummary name={state.name} imported={state.imported} />
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
