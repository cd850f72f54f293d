import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { find } from '../../actions/find.ts'
import { show } from '../../actions/selection.ts'
import { t, tn } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/button.tsx'
import styles from './search.module.css'
import { useLookAgain } from './use-look-again.ts'

const MOST_SHOWN = 50

/** Finds words on the map: Enter goes from one object to the next, and the map with it. */
export function SearchPanel() {
  const workspace = useWorkspace()
  const { ui } = workspace
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(-1)
  useLookAgain()
  const wanted = useDeferredValue(query)
  const found = find(workspace, wanted)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  useEffect(() => {
    input.current?.focus()
  }, [])

  const close = (): void => {
    ui.setState({ panel: null })
    focusMap()
  }
  const go = (index: number): void => {
    // Enter may come before what was typed last is looked for.
    const all = wanted === query ? found : find(workspace, query)
    if (all.length === 0) return
    const next = (index + all.length) % all.length
    setAt(next)
    show(workspace, all[next]?.id ?? '')
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
      return
    }
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.target !== input.current) return
    event.preventDefault()
    go(at + step)
  }
  const count =
    wanted.trim() === ''
      ? ''
      : at >= 0 && at < found.length
        ? t('{at} of {n}', { at: at + 1, n: found.length })
        : tn(found.length, '1 found', '{n} found')
  return (
    <div role="search" className={styles.panel} onKeyDown={onKey}>
      <div className={styles.row}>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
          aria-label={t('Find on the map')}
          placeholder={t('Find on the map')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(-1)
          }}
        />
        <span className={styles.count} role="status">
          {count}
        </span>
        <IconButton
          icon={ChevronUp}
          label={t('The one before')}
          side="bottom"
          disabled={found.length === 0}
          onClick={() => go(at - 1)}
        />
        <IconButton
          icon={ChevronDown}
          label={t('The next one')}
          side="bottom"
          disabled={found.length === 0}
          onClick={() => go(at + 1)}
        />
        <IconButton icon={X} label={t('Close')} side="bottom" onClick={close} />
      </div>
      {found.length > 0 && (
        <div id={list} role="listbox" aria-label={t('What was found')} className={styles.list}>
          {found.slice(0, MOST_SHOWN).map(({ id, name, excerpt }, i) => (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              className={cx(styles.found, i === at && styles.active)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(i)}
            >
              {name}
              {excerpt && <small>{excerpt}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
