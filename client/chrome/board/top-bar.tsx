import { boardKeys } from '../../../shared/board/layout.ts'
import { t } from '../../words/t.ts'
import { Mark } from '../look/mark.tsx'
import { startPath, useTight } from '../router.ts'
import { late } from '../ui/late.tsx'
import { useBoard } from './context.ts'
import { Marking, useMarkingLine } from './marking.tsx'
import { Purpose } from './purpose.tsx'
import { StatusButton } from './status-button.tsx'
import { Title } from './title.tsx'
import styles from './top-bar.module.css'

const barEnd = late(() => import('./bar-end.tsx').then((m) => m.BarEnd))
barEnd.prepare()

// With more letters than these a marking has a line to itself: it is never cut.
const MOST_BESIDE = 34

/** The bar at the top: which board, whether it is safe, who is here, and what to do with it. */
export function TopBar({ title }: { title: string }) {
  const purpose = useBoard((board) => board.fact(boardKeys.purpose))
  const tight = useTight()
  const beside = useMarkingLine().length <= MOST_BESIDE && !tight
  return (
    <header className={styles.top}>
      <div className={styles.bar}>
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
        {beside && <Marking className={styles.marking} />}
        <StatusButton />
        <div className={styles.end}>
          <barEnd.Show title={title} />
        </div>
      </div>
      {!beside && <Marking className={styles.strip} />}
    </header>
  )
}
