import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { lensOf, type LensId } from '../../../shared/measures/lenses.ts'
import { mapSource } from '../../model/map-source.ts'
import { t } from '../../words/t.ts'
import { useBoard, useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { IconButton } from '../ui/button.tsx'
import { Lanes } from './lanes.tsx'
import { lensWords } from './lens-words.ts'
import styles from './lenses.module.css'
import { uncover } from './uncover.ts'
import { Ways } from './ways.tsx'

const PHONE = '(max-width: 600px)'

const laneless: readonly LensId[] = ['commitments', 'risk', 'reach']

/** What the lens shows, with its count; it folds to these two, and on a phone begins so. */
export function Legend({ lens }: { lens: LensId }) {
  const workspace = useWorkspace()
  const { ui } = workspace
  const [open, setOpen] = useState(() => !matchMedia(PHONE).matches)
  const element = useRef<HTMLElement>(null)
  // A string keeps its identity while it says the same.
  const facts = useBoard((board) => {
    const { count, of, measure, lit } = lensOf(lens, mapSource(board))
    return JSON.stringify({ count, of, measure, empty: lit.size === 0 })
  })
  const { count, of, measure, empty } = JSON.parse(facts) as {
    count: number
    of: number
    measure: 'trust' | 'contact' | 'level'
    empty: boolean
  }
  useEffect(() => {
    const { current } = element
    if (!current) return undefined
    // The camera makes room for it as tall as it is.
    const tell = (): void => {
      const [own, map] = [current, current.parentElement?.offsetParent ?? document.body].map(
        (box) => box.getBoundingClientRect(),
      )
      if (own && map) ui.setState({ legend: [own.right - map.left, map.bottom - own.top] })
    }
    const observer = new ResizeObserver(tell)
    observer.observe(current)
    return () => {
      observer.disconnect()
      ui.setState({ legend: null })
    }
  }, [ui])
  useEffect(
    // The insets know of the legend when its size was told.
    () =>
      ui.subscribe((state, before) => {
        if (state.insets !== before.insets && state.legend && !before.goal) uncover(workspace, lens)
      }),
    [ui, workspace, lens],
  )
  const words = lensWords()[lens]
  return (
    <section ref={element} className={styles.legend} aria-label={t('What this lens shows')}>
      <header>
        <h2>{words.name}</h2>
        <IconButton
          icon={open ? ChevronDown : ChevronUp}
          label={t('Explain this lens')}
          aria-expanded={open}
          side="top"
          onClick={() => setOpen(!open)}
        />
        <IconButton
          icon={X}
          label={t('Take the lens off')}
          side="right"
          onClick={() => {
            ui.setState({ lens: null })
            focusMap()
          }}
        />
      </header>
      {open && <p>{words.about}</p>}
      <p className={styles.count}>
        {empty
          ? words.nothing
          : words.counted.replace('{count}', String(count)).replace('{of}', String(of))}
      </p>
      {open && !empty && <p>{words.bright}</p>}
      {open && lens === 'commitments' && !empty && <Ways />}
      {open && !laneless.includes(lens) && <Lanes measure={measure} />}
    </section>
  )
}
