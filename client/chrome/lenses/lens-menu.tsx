import { ChartNoAxesColumn, Glasses, X } from 'lucide-react'
import { lensIds, lensOf } from '../../../shared/measures/lenses.ts'
import { mapSource } from '../../model/map-source.ts'
import { t } from '../../words/t.ts'
import { useBoard, useUi, useWorkspace } from '../board/context.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import { ArrangeMenu } from './arrange-menu.tsx'
import { Lanes } from './lanes.tsx'
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
      {lens !== null && <Legend key={lens} />}
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

function Legend() {
  const { ui } = useWorkspace()
  const lens = useUi((state) => state.lens)
  // A string keeps its identity while it says the same.
  const facts = useBoard((board) => {
    if (lens === null) return ''
    const { count, of, measure, lit } = lensOf(lens, mapSource(board))
    return JSON.stringify({ count, of, measure, empty: lit.size === 0 })
  })
  if (lens === null || facts === '') return null
  const { count, of, measure, empty } = JSON.parse(facts) as {
    count: number
    of: number
    measure: 'trust' | 'contact' | 'level'
    empty: boolean
  }
  const words = lensWords()[lens]
  return (
    <section className={styles.legend} aria-label={t('What this lens shows')}>
      <header>
        <h2>{words.name}</h2>
        <IconButton
          icon={X}
          label={t('Take the lens off')}
          side="right"
          onClick={() => ui.setState({ lens: null })}
        />
      </header>
      <p>{words.about}</p>
      {empty ? (
        <p className={styles.count}>{words.nothing}</p>
      ) : (
        <>
          <p className={styles.count}>
            {words.counted.replace('{count}', String(count)).replace('{of}', String(of))}
          </p>
          <p>{words.bright}</p>
        </>
      )}
      {lens !== 'commitments' && lens !== 'risk' && lens !== 'reach' && <Lanes measure={measure} />}
    </section>
  )
}
