import { ArrowLeft, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { VersionFacts } from '../../../shared/protocol/versions.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { IconButton } from '../ui/button.tsx'
import { CompareView } from './compare-view.tsx'
import { onEscape } from '../ui/on-escape.ts'
import { useVersions } from './use-versions.ts'
import { VersionList } from './version-list.tsx'
import { cx } from '../ui/cx.ts'
import panelStyles from '../ui/panel.module.css'
import styles from './versions.module.css'

/** The versions of the board, and what is different between two of them. */
export function VersionsPanel() {
  const { ui } = useWorkspace()
  const listed = useVersions()
  const [compared, setCompared] = useState<VersionFacts>()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus()
  }, [compared])

  const close = (): void => {
    ui.setState({ panel: null })
    focusMap()
  }
  const title = compared ? t('What changed') : t('Versions')
  return (
    <section
      ref={panel}
      tabIndex={-1}
      data-sheet
      aria-label={title}
      className={cx(panelStyles.panel, styles.panel)}
      data-wide={compared !== undefined}
      onKeyDown={onEscape(() => {
        if (compared) setCompared(undefined)
        else close()
      })}
    >
      <header className={panelStyles.head}>
        {compared && (
          <IconButton
            icon={ArrowLeft}
            label={t('All versions')}
            side="right"
            onClick={() => setCompared(undefined)}
          />
        )}
        <h2>{title}</h2>
        <IconButton icon={X} label={t('Close')} side="left" onClick={close} />
      </header>
      {compared ? (
        <CompareView key={compared.id} first={compared} versions={listed.versions ?? []} />
      ) : (
        <VersionList listed={listed} onCompare={setCompared} />
      )}
    </section>
  )
}
