import type { ExportFormat } from '../../../shared/exchange/export-formats.ts'
import { Braces, Download, FileText, Image, Sheet, Waypoints, type LucideIcon } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { t } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import { late } from '../ui/late.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { actionEntry } from './action-entry.ts'
import { useWorkspace } from './context.ts'
import type { Taken } from './taking.tsx'
import styles from './top-bar.module.css'

const taking = late(() => import('./taking.tsx').then((m) => m.TakingAll))

/** The board as a file, made by the server. */
export function ExportMenu({ title }: { title: string }) {
  const workspace = useWorkspace()
  const count = useRef(0)
  const button = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState<readonly Taken[]>([])
  const end = useCallback(
    ({ key }: Taken) => setAsked((all) => all.filter((taken) => taken.key !== key)),
    [setAsked],
  )

  const file = (
    format: ExportFormat,
    icon: LucideIcon,
    label: string,
    about?: string,
  ): MenuEntry => ({
    kind: 'command',
    icon,
    label,
    ...(about !== undefined && { about }),
    run: () => {
      count.current += 1
      const key = count.current
      setAsked((all) => [...all, { key, format, label, title }])
    },
  })

  const entries: MenuEntry[] = [
    ...actionEntry(
      workspace,
      'paper',
      FileText,
      t('Look at it, fill in its front sheet, take it as Word or PDF'),
    ),
    { kind: 'line' },
    ...actionEntry(
      workspace,
      'picture',
      Image,
      t('PNG or SVG of the board, a frame or what is selected'),
    ),
    { kind: 'line' },
    file(
      'xlsx',
      Sheet,
      t('Registers (Excel)'),
      t('A table for each kind of thing on the board, and what everyone was asked'),
    ),
    file('csv', Sheet, t('Registers (CSV)')),
    { kind: 'line' },
    file(
      'kumu',
      Waypoints,
      t('Network for Kumu'),
      t('Organisations and what each side last said of its ties; nothing else has a place there'),
    ),
    file(
      'gexf',
      Waypoints,
      t('Network for Gephi (GEXF)'),
      t('The same, with where the organisations stand'),
    ),
    file('graphml', Waypoints, t('Network for other programs (GraphML)')),
    { kind: 'line' },
    file(
      'json',
      Braces,
      t('Whole board (Rapport file)'),
      t('Everything, to keep or to import elsewhere'),
    ),
  ]

  return (
    <>
      <Menu
        trigger={
          <Button ref={button} look="quiet" icon={Download} aria-label={t('Export')}>
            <span className={styles.word}>{t('Export')}</span>
          </Button>
        }
        entries={entries}
      />
      {asked.length > 0 && (
        <taking.Show asked={asked} from={button} onEnd={end} onFail={() => setAsked([])} />
      )}
    </>
  )
}
