import { ListTree, Share2 } from 'lucide-react'
import { t } from '../../words/t.ts'
import { Dialogs } from '../dialogs/dialogs.tsx'
import { showView, useNarrow, useView } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { useWorkspace } from './context.ts'
import { ExportMenu } from './export-menu.tsx'
import { useHelpKey } from './help-key.ts'
import { MoreMenu } from './more-menu.tsx'
import { People } from './people.tsx'
import styles from './top-bar.module.css'

/** The bar's end: who is here, and what to do with the board. */
export function BarEnd({ title }: { title: string }) {
  const { ui, me } = useWorkspace()
  const view = useView()
  // A phone has it among its tabs.
  const narrow = useNarrow()
  useHelpKey()
  return (
    <>
      {!narrow && (
        <Button
          look="quiet"
          icon={ListTree}
          aria-label={t('Outline')}
          aria-pressed={view === 'outline'}
          onClick={() => showView(view === 'outline' ? 'map' : 'outline')}
        >
          <span className={styles.word}>{t('Outline')}</span>
        </Button>
      )}
      <People />
      <ExportMenu title={title} />
      <MoreMenu />
      {me.role === 'facilitator' && (
        <Button
          look="primary"
          icon={Share2}
          aria-label={t('Share')}
          className={styles.share ?? ''}
          onClick={() => ui.setState({ dialog: 'share' })}
        >
          <span className={styles.word}>{t('Share')}</span>
        </Button>
      )}
      <Dialogs />
    </>
  )
}
