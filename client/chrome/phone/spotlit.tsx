import { Crosshair } from 'lucide-react'
import { titleOf } from '../../../shared/objects/title.ts'
import { show } from '../../actions/selection.ts'
import { t } from '../../words/t.ts'
import { useBoard, useWorkspace } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'
import { showView } from '../router.ts'
import { Button } from '../ui/button.tsx'
import styles from './phone.module.css'

/** What is in the spotlight, by name, and the way to it on the map; nothing while there is no such thing. */
export function Spotlit() {
  const workspace = useWorkspace()
  const { spotlight } = useRun()
  const title = useBoard((board) => {
    const object = spotlight === null ? undefined : board.object(spotlight)
    return object && titleOf(object, t)
  })
  if (spotlight === null || title === undefined) return null
  return (
    <section className={styles.spotlit} aria-label={t('What we are looking at')}>
      <p className={styles.small}>{t('What we are looking at')}</p>
      <p className={styles.title}>{title}</p>
      <Button
        icon={Crosshair}
        onClick={() => {
          showView('map')
          show(workspace, spotlight)
        }}
      >
        {t('Show it on the map')}
      </Button>
    </section>
  )
}
