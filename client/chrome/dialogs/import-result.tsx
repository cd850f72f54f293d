import type { ApiError } from '../../session/api.ts'
import type { Imported } from '../../../shared/exchange/imported.ts'
import { t, tell, tn } from '../../words/t.ts'
import { failureText } from '../failures.ts'
import styles from './import.module.css'

function Place({ line, field }: { line?: number | undefined; field?: string | undefined }) {
  const parts = [
    line === undefined ? '' : t('line {line}', { line }),
    field === undefined ? '' : t('“{field}”', { field }),
  ].filter(Boolean)
  return parts.length > 0 ? <b>{parts.join(', ')}: </b> : null
}

/** Why a file was not imported, with the places that are to blame. */
export function ImportFailure({ name, error }: { name: string; error: ApiError }) {
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
          {errors.slice(0, 8).map(({ line, field, ...why }) => (
            <li key={`${line}${field}${why.detail}`}>
              <Place line={line} field={field} />
              {tell(why)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What an import put on the board, and what is worth knowing about it. */
export function ImportSummary({ name, imported }: { name: string; imported: Imported }) {
  const { readings, contacts, levels } = imported
  const others = imported.objects - imported.organisations - imported.relationships
  const parts = (
    [
      [imported.organisations, tn(imported.organisations, '1 organisation', '{n} organisations')],
      [imported.relationships, tn(imported.relationships, '1 relationship', '{n} relationships')],
      [readings, tn(readings, '1 trust reading', '{n} trust readings')],
      [
        contacts,
        tn(
          contacts,
          '1 side that says how much contact there is',
          '{n} sides that say how much contact there is',
        ),
      ],
      [
        levels,
        tn(
          levels,
          '1 side that says how closely it works with the other',
          '{n} sides that say how closely they work together',
        ),
      ],
      [others, tn(others, '1 other object', '{n} other objects')],
    ] as const
  ).flatMap(([n, words]) => (n > 0 ? [words] : []))
  return (
    <>
      {parts.length === 0 ? (
        <p>{t('Nothing in {name} is new to the board.', { name })}</p>
      ) : (
        <>
          <p>{t('{name} is on the board:', { name })}</p>
          <ul className={styles.summary}>
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      {imported.notes.length > 0 && (
        <details className={styles.notes}>
          <summary>{tn(imported.notes.length, '1 thing to know', '{n} things to know')}</summary>
          <ul>
            {imported.notes.slice(0, 50).map(({ line, field, ...why }) => (
              <li key={`${line}${field}${why.detail}`}>
                <Place line={line} field={field} />
                {tell(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={styles.back}>
        {imported.kept
          ? t(
              'Undo doesn’t take an import back. The board as it was is kept under Versions, as “Before importing a file”.',
            )
          : t(
              'Undo doesn’t take an import back, and there was no room to keep the board as it was: delete a version, and there is room again.',
            )}
      </p>
    </>
  )
}
