import { Clock3, Ellipsis, FileDown, GitCompareArrows, Trash2, Undo2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { can } from '../../../shared/access.ts'
import { limits } from '../../../shared/limits.ts'
import type { VersionFacts } from '../../../shared/protocol/versions.ts'
import { saveVersion, versionFile } from '../../session/versions-api.ts'
import { t } from '../../words/t.ts'
import { useCanEdit, useOpen } from '../board/context.ts'
import { download } from '../board/save-copy.ts'
import { failureText } from '../failures.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field, inputLook } from '../ui/field.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { say } from '../ui/toasts.tsx'
import { ConfirmDelete, ConfirmRestore } from './confirm.tsx'
import { usePlace, type Listed } from './use-versions.ts'
import { fullMoment, nameOfVersion } from './version-words.ts'
import panelStyles from '../ui/panel.module.css'
import styles from './versions.module.css'

type Asked = { what: 'restore' | 'delete'; version: VersionFacts }

/** Every version with what can be done with it, and for a facilitator a way to save another one. */
export function VersionList({
  listed: { versions, failure, refresh },
  onCompare,
}: {
  listed: Listed
  onCompare(version: VersionFacts): void
}) {
  const { workspace } = useOpen()
  const mayManage = can(workspace.me.role, 'manage')
  const [asked, setAsked] = useState<Asked>()
  return (
    <div className={panelStyles.body}>
      {mayManage && <SaveForm onSaved={refresh} />}
      {failure !== undefined && <p className={styles.failure}>{failure}</p>}
      {versions === undefined && failure === undefined && (
        <p className={styles.quiet}>{t('Fetching the versions…')}</p>
      )}
      {versions?.length === 0 && (
        <p className={styles.quiet}>
          {mayManage
            ? t(
                'No version yet. Save one now, and see later what has changed. One is also kept by itself when a stage ends.',
              )
            : t('No version yet. A facilitator saves one; one is also kept when a stage ends.')}
        </p>
      )}
      {versions && versions.length > 0 && (
        <ul className={styles.list}>
          {versions.map((version) => (
            <Version
              key={version.id}
              version={version}
              mayManage={mayManage}
              onCompare={() => onCompare(version)}
              onAsk={(what) => setAsked({ what, version })}
            />
          ))}
        </ul>
      )}
      {asked?.what === 'restore' && (
        <ConfirmRestore
          version={asked.version}
          onClose={() => {
            setAsked(undefined)
            refresh()
          }}
        />
      )}
      {asked?.what === 'delete' && (
        <ConfirmDelete
          version={asked.version}
          onClose={() => {
            setAsked(undefined)
            refresh()
          }}
        />
      )}
    </div>
  )
}

function SaveForm({ onSaved }: { onSaved(): void }) {
  const place = usePlace()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') {
      setFailure(t('Give the version a name first.'))
      return
    }
    setBusy(true)
    const answer = await saveVersion(place, { name })
    setBusy(false)
    setFailure(answer.ok ? undefined : failureText(answer.error))
    if (!answer.ok) return
    setName('')
    say({ text: t('Saved as “{version}”.', { version: answer.value.name }) })
    onSaved()
  }
  return (
    <form className={styles.save} onSubmit={(event) => void save(event)} noValidate>
      <Field label={t('Save the board as it is now')} error={failure}>
        {(control) => (
          <div className={styles.row}>
            <input
              {...control}
              type="text"
              className={inputLook}
              value={name}
              maxLength={limits.title}
              placeholder={t('A name, such as After the first workshop')}
              autoComplete="off"
              onChange={(event) => {
                setName(event.target.value)
                setFailure(undefined)
              }}
            />
            <Button look="primary" type="submit" aria-busy={busy} disabled={busy}>
              {t('Save')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}

function Version({
  version,
  mayManage,
  onCompare,
  onAsk,
}: {
  version: VersionFacts
  mayManage: boolean
  onCompare(): void
  onAsk(what: Asked['what']): void
}) {
  const place = usePlace()
  const canEdit = useCanEdit()
  const name = nameOfVersion(version)

  const take = async (): Promise<void> => {
    const answer = await versionFile(place, version.id, 'json')
    if (answer.ok) download(answer.value, name, 'rapport.json')
    else say({ text: failureText(answer.error) })
  }
  const entries: MenuEntry[] = [
    {
      kind: 'command',
      icon: FileDown,
      label: t('Save as a Rapport file'),
      about: t('Import it into a new board to open it'),
      run: () => void take(),
    },
    ...(mayManage
      ? [
          {
            kind: 'command' as const,
            icon: Undo2,
            label: t('Restore…'),
            disabled: !canEdit,
            run: () => onAsk('restore'),
          },
          {
            kind: 'command' as const,
            icon: Trash2,
            label: t('Delete…'),
            run: () => onAsk('delete'),
          },
        ]
      : []),
  ]
  return (
    <li className={styles.version} data-automatic={version.automatic}>
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p className={styles.about}>
          <time dateTime={version.at}>{fullMoment(version.at)}</time>
          {version.by && <span>{version.by.name || t('Somebody')}</span>}
          {version.automatic && (
            <span className={styles.automatic}>
              <Clock3 size={14} strokeWidth={2} aria-hidden />
              {t('kept by itself')}
            </span>
          )}
        </p>
      </div>
      <div className={styles.does}>
        <Button
          look="quiet"
          icon={GitCompareArrows}
          aria-label={t('Compare “{version}”', { version: name })}
          onClick={onCompare}
        >
          {t('Compare')}
        </Button>
        <Menu
          trigger={
            <IconButton
              icon={Ellipsis}
              side="left"
              label={t('More about “{version}”', { version: name })}
            />
          }
          entries={entries}
        />
      </div>
    </li>
  )
}
