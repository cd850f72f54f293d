import { FileUp } from 'lucide-react'
import { useId, useState, type DragEvent } from 'react'
import { t } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { areaLook, Field } from '../ui/field.tsx'
import styles from './import.module.css'

const ACCEPT = '.json,.csv,.tsv,.txt,.zip,.xlsx,.graphml,.xml,.gexf,application/json,text/csv'

/** Chooses the files of one map, or takes a pasted list of names. */
export function ImportChooser({
  onFiles,
  onList,
}: {
  onFiles(files: readonly File[]): void
  onList(text: string): void
}) {
  const id = useId()
  const [over, setOver] = useState(false)
  const [list, setList] = useState('')
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <>
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
            'A table (.csv, .xlsx), a Rapport or Kumu file (.json), or a network (.graphml, .gexf). Relationships and organisations in two files? Choose both.',
          )}
        </span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          multiple
          accept={ACCEPT}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            // So that the same file, put right, can be chosen again.
            event.target.value = ''
          }}
        />
      </label>
      <details className={styles.list}>
        <summary>{t('Or paste a list of organisations')}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (list.trim() !== '') onList(list)
          }}
        >
          <Field label={t('Organisations')} help={t('One name a line')}>
            {(control) => (
              <textarea
                {...control}
                className={areaLook}
                rows={6}
                value={list}
                onChange={(event) => setList(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={list.trim() === ''}>
            {t('Put them on the board')}
          </Button>
        </form>
      </details>
    </>
  )
}
