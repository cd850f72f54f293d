import { useEffect, useRef, useState } from 'react'
import type {
  ColumnUse,
  ImportMapping as Mapping,
  ImportPreview,
  PreviewTable,
} from '../../../shared/exchange/mapping.ts'
import type { TableKind } from '../../../shared/exchange/meanings.ts'
import { t, tn } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { ImportColumn } from './import-column.tsx'
import { ImportRows } from './import-rows.tsx'
import { faultIn } from './import-faults.ts'
import styles from './import-mapping.module.css'

/** A table of the file with what its columns are taken for. */
interface Draft {
  table: PreviewTable
  kind: TableKind
  uses: readonly ColumnUse[]
}

const guessesOf = ({ columns }: PreviewTable, kind: TableKind): ColumnUse[] =>
  columns.map(({ guess }) => guess[kind])

/** The mapping that a file’s headings and values suggest. */
export const guessedMapping = ({ tables }: ImportPreview): Mapping =>
  Object.fromEntries(tables.map((table) => [table.kind, guessesOf(table, table.kind)]))

const kindNames = (kind: TableKind): string =>
  kind === 'relationships' ? t('Relationships') : t('Organisations')

/** Asks what each column of a file means, and shows what its first rows say then. */
export function ImportColumns({
  name,
  preview,
  onBack,
  onImport,
}: {
  name: string
  preview: ImportPreview
  onBack(): void
  onImport(mapping: Mapping): void
}) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    preview.tables.map((table) => ({
      table,
      kind: table.kind,
      uses: guessesOf(table, table.kind),
    })),
  )
  const [fault, setFault] = useState<string>()
  const intro = useRef<HTMLParagraphElement>(null)
  useEffect(() => intro.current?.focus(), [])

  const change = (index: number, draft: Draft): void => {
    setFault(undefined)
    setDrafts(drafts.map((one, i) => (i === index ? draft : one)))
  }
  const send = (): void => {
    const found = drafts.map(({ kind, uses }) => faultIn(kind, uses)).find(Boolean)
    if (found) setFault(found)
    else onImport(Object.fromEntries(drafts.map(({ kind, uses }) => [kind, [...uses]])))
  }
  const [only] = drafts
  const mayBeEither =
    drafts.length === 1 && ['csv', 'xlsx', 'list'].includes(preview.format) ? only : undefined

  return (
    <div className={styles.mapping}>
      <p ref={intro} tabIndex={-1} className={styles.intro}>
        {t('Say what the columns of {name} mean. Nothing is on the board yet.', { name })}
      </p>
      {preview.encoding === 'windows-1252' && (
        <p className={styles.note}>
          {t(
            'The file isn’t UTF-8, so its letters were read as Windows text. Check the names with accents; if they are wrong, save the file as “CSV UTF-8”.',
          )}
        </p>
      )}
      {mayBeEither && (
        <div className={styles.either}>
          <span aria-hidden>{t('Each row is')}</span>
          <Segmented
            label={t('Each row is')}
            value={mayBeEither.kind}
            options={[
              { value: 'relationships' as const, label: t('A relationship') },
              { value: 'organisations' as const, label: t('An organisation') },
            ]}
            onChange={(kind) =>
              change(0, { ...mayBeEither, kind, uses: guessesOf(mayBeEither.table, kind) })
            }
          />
        </div>
      )}
      {drafts.map((draft, index) => (
        <section key={draft.table.kind} className={styles.table} aria-label={kindNames(draft.kind)}>
          {drafts.length > 1 && <h3>{kindNames(draft.kind)}</h3>}
          <ul className={styles.columns}>
            {draft.table.columns.map((column, i) => (
              <ImportColumn
                key={column.column}
                kind={draft.kind}
                column={column}
                use={draft.uses[i] ?? { column: column.column, as: 'ignored' }}
                onChange={(use) =>
                  change(index, {
                    ...draft,
                    uses: draft.uses.map((one, j) => (j === i ? use : one)),
                  })
                }
              />
            ))}
          </ul>
          <ImportRows kind={draft.kind} table={draft.table} uses={draft.uses} />
        </section>
      ))}
      <div className={styles.foot}>
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
        <Button look="quiet" onClick={onBack}>
          {t('Another file')}
        </Button>
        <Button look="primary" onClick={send}>
          {tn(
            drafts.reduce((sum, { table }) => sum + table.rows, 0),
            'Import 1 row',
            'Import {n} rows',
          )}
        </Button>
      </div>
    </div>
  )
}
