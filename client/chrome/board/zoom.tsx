import { Maximize2, Minus, Plus, type LucideIcon } from 'lucide-react'
import { actionOf } from '../../actions/list.ts'
import { t } from '../../words/t.ts'
import { IconButton } from '../ui/button.tsx'
import { late } from '../ui/late.tsx'
import { useUi, useWorkspace } from './context.ts'
import styles from './zoom.module.css'

const lateMinimap = late(() => import('./minimap.tsx').then((m) => m.Minimap))

/** How close the map is, and the ways to change that; the whole of it small above where no panel needs the place. */
export function Zoom({ minimap }: { minimap: boolean }) {
  const workspace = useWorkspace()
  const percent = Math.round(useUi((state) => (state.goal ?? state.camera).scale) * 100)
  const run = (id: string): void => actionOf(id)?.run(workspace)

  const button = (id: string, icon: LucideIcon) => {
    const action = actionOf(id)
    if (!action) return null
    return (
      <IconButton
        icon={icon}
        label={t(action.label)}
        keys={action.keys[0]}
        side="top"
        onClick={() => run(id)}
      />
    )
  }
  return (
    <div className={styles.corner}>
      {minimap && <lateMinimap.Show />}
      <div role="group" aria-label={t('Zoom')} className={styles.zoom}>
        {button('zoom-out', Minus)}
        <button
          type="button"
          className={styles.scale}
          aria-label={t('{percent}%, zoom to 100%', { percent })}
          data-tip={t('Zoom to 100%')}
          data-tip-side="top"
          onClick={() => run('zoom-100')}
        >
          {percent}%
        </button>
        {button('zoom-in', Plus)}
        {button('fit', Maximize2)}
      </div>
    </div>
  )
}
