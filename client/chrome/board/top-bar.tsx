import { Share2 } from 'lucide-react'
import { boardKeys } from '../../../shared/board/layout.ts'
import { t } from '../../words/t.ts'
import { Mark } from '../look/mark.tsx'
import { startPath } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { useBoard, useWorkspace } from './context.ts'
import { ExportMenu } from './export-menu.tsx'
import { MoreMenu } from './more-menu.tsx'
import { People } from './people.tsx'
import { Purpose } from './purpose.tsx'
import { StatusButton } from './status-button.tsx'
import { Title } from './title.tsx'
import styles from './top-bar.module.css'

/** The bar at the top: which board, whether it is safe, who is here, and what to do with it. */
export function TopBar({ title }: { title: string }) {
  const { ui, me } = useWorkspace()
  const purpose = useBoard((board) => board.fact(boardKeys.purpose))
  return (
    <header className={styles.bar}>
      <a
        className={styles.home}
        href={startPath()}
        aria-label={t('Rapport: start page')}
        data-tip={t('Start page')}
        data-tip-side="right"
      >
        <Mark />
      </a>
      <div className={styles.names}>
        <Title title={title} />
        <Purpose purpose={purpose} />
      </div>
      <StatusButton />
      <div className={styles.end}>
        <People />
        <ExportMenu title={title} />
        <MoreMenu />
        {me.role === 'facilitator' && (
          <Button
            look="primary"
            icon={Share2}
            className={styles.share ?? ''}
            onClick={() => ui.setState({ dialog: 'share' })}
          >
            <span className={styles.word}>{t('Share')}</span>
          </Button>
        )}
      </div>
    </header>
  )
}
