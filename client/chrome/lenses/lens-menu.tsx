import { ChartNoAxesColumn, Glasses } from 'lucide-react'
import { lensIds } from '../../../shared/measures/lenses.ts'
import { t } from '../../words/t.ts'
import { useUi, useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import { ArrangeMenu } from './arrange-menu.tsx'
import { Legend } from './legend.tsx'
import { lensWords } from './lens-words.ts'
import styles from './lenses.module.css'

const NONE = 'none'

/** The lenses at the bottom left: a menu to choose one, and above it what the chosen one shows. */
export function LensMenu() {
  const { ui } = useWorkspace()
  const lens = useUi((state) => state.lens)
  const words = lensWords()
  return (
    <div className={styles.corner}>
      {lens !== null && <Legend key={lens} lens={lens} />}
      <div className={styles.row}>
        <Menu
          align="start"
          trigger={
            <Button icon={Glasses} className={styles.button ?? ''} aria-pressed={lens !== null}>
              {lens === null ? t('Lens') : words[lens].name}
            </Button>
          }
          entries={[
            {
              kind: 'choice',
              label: t('Look at the map for'),
              value: lens ?? NONE,
              options: [
                { value: NONE, label: t('Everything') },
                ...lensIds.map((id) => ({ value: id, label: words[id].name })),
              ],
              choose: (value) => ui.setState({ lens: lensIds.find((id) => id === value) ?? null }),
            },
          ]}
        />
        <Button
          icon={ChartNoAxesColumn}
          className={styles.button ?? ''}
          onClick={() => ui.setState({ dialog: 'says' })}
        >
          {t('What the map says')}
        </Button>
        <ArrangeMenu />
      </div>
    </div>
  )
}
