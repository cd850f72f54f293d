import type { ExportFormat } from '../../../shared/exchange/export-formats.ts'
import { Braces, Download, FileText, Image, Sheet, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { exportBoard } from '../../session/api.ts'
import { t } from '../../words/t.ts'
import { failureText } from '../failures.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'
import styles from './top-bar.module.css'

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

/** The board as a file, made by the server. */
export function ExportMenu({ title }: { title: string }) {
  const { credentials, workspace } = useOpen()
  const { ui } = workspace
  const [busy, setBusy] = useState(false)
  const { board, participant } = credentials

  const take = (format: ExportFormat): void => {
    setBusy(true)
    void exportBoard(board.id, participant.token, format)
      .then(async (answer) => {
        if (!answer.ok) {
          say({ text: failureText(answer.error) })
          return
        }
        const { download } = await import('./save-copy.ts')
        download(answer.value, title, endings[format])
      })
      .finally(() => setBusy(false))
  }

  const entries: MenuEntry[] = [
    {
      kind: 'command',
      icon: FileText,
      label: t('Board paper…'),
      about: t('Look at it, fill in its front sheet, take it as Word or PDF'),
      run: () => ui.setState({ dialog: 'paper' }),
    },
    { kind: 'line' },
    {
      kind: 'command',
      icon: Image,
      label: t('Picture…'),
      about: t('PNG or SVG of the board, a frame or what is selected'),
      run: () => ui.setState({ dialog: 'picture' }),
    },
    { kind: 'line' },
    {
      kind: 'command',
      icon: Sheet,
      label: t('Registers (Excel)'),
      about: t('A table for each kind of thing on the board'),
      run: () => take('xlsx'),
    },
    { kind: 'command', icon: Sheet, label: t('Registers (CSV)'), run: () => take('csv') },
    { kind: 'line' },
    {
      kind: 'command',
      icon: Waypoints,
      label: t('Network for Kumu'),
      about: t(
        'Organisations and what each side last said of its ties; nothing else has a place there',
      ),
      run: () => take('kumu'),
    },
    {
      kind: 'command',
      icon: Waypoints,
      label: t('Network for Gephi (GEXF)'),
      about: t('The same, with where the organisations stand'),
      run: () => take('gexf'),
    },
    {
      kind: 'command',
      icon: Waypoints,
      label: t('Network for other programs (GraphML)'),
      run: () => take('graphml'),
    },
    { kind: 'line' },
    {
      kind: 'command',
      icon: Braces,
      label: t('Whole board (Rapport file)'),
      about: t('Everything, to keep or to import elsewhere'),
      run: () => take('json'),
    },
  ]

  return (
    <Menu
      trigger={
        <Button look="quiet" icon={Download} aria-label={t('Export')} aria-busy={busy}>
          <span className={styles.word}>{busy ? t('Exporting…') : t('Export')}</span>
        </Button>
      }
      entries={entries}
    />
  )
}
