import { CornerDownLeft, Shapes } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { find, plainly } from '../../actions/find.ts'
import { keyOfTool } from '../../actions/keys-of-tools.ts'
import { keyLabel } from '../../actions/keys.ts'
import { actions } from '../../actions/list.ts'
import { show } from '../../actions/selection.ts'
import { tools } from '../../tools/list.ts'
import { t } from '../../words/t.ts'
import { useCanEdit, useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { isMac } from '../board/is-mac.ts'
import { iconOf } from '../look/icons.ts'
import { actionIcon } from '../selection-bar/action-icon.ts'
import { useLookAgain } from '../search/use-look-again.ts'
import { cx } from '../ui/cx.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { Entry } from './entry.ts'
import styles from './palette.module.css'
import { useWindowCommands } from './use-window-commands.ts'

const MOST_OBJECTS = 8

/** What a person would not look for among commands: it is done with a single key, or is this list itself. */
const left = /^(nudge-|select-next|select-previous|escape|palette)/

/** Whether all words that are typed stand in a label. */
const fits = (label: string, words: readonly string[]): boolean => {
  const plain = plainly(label)
  return words.every((word) => plain.includes(word))
}

/** What stands in a field after these keys. */
function textOf(keys: readonly string[]): string {
  const letters: string[] = []
  for (const key of keys) {
    if (key === 'Backspace') letters.pop()
    else if (key !== 'Enter') letters.push(key)
  }
  return letters.join('')
}

/** Every command, tool, lens, look and object by its name; `typed` are the keys that were pressed before it was there. */
export function Palette({ onClose, typed }: { onClose(): void; typed: readonly string[] }) {
  const workspace = useWorkspace()
  const { ui } = workspace
  const canEdit = useCanEdit()
  useLookAgain()
  const beside = useWindowCommands()
  const [query, setQuery] = useState(() => textOf(typed))
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const active = useRef<HTMLButtonElement>(null)
  const entered = useRef(typed.includes('Enter'))
  const list = useId()
  useEffect(() => {
    input.current?.focus()
  }, [])
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const words = plainly(query).split(/\s+/).filter(Boolean)
  const commands = actions
    .filter((action) => !left.test(action.id) && action.can(workspace))
    .map((action): Entry => ({
      id: action.id,
      label: t(action.label),
      kind: t('Command'),
      icon: actionIcon(action.icon) ?? CornerDownLeft,
      keys: action.keys[0] && keyLabel(action.keys[0], isMac),
      run: () => action.run(workspace),
    }))
  const offered = tools
    .filter((tool) => canEdit || !tool.edits)
    .map((tool): Entry => ({
      id: `tool-${tool.id}`,
      label: t('Tool: {name}', { name: t(tool.label) }),
      kind: t('Tool'),
      icon: iconOf(tool.icon),
      keys: keyOfTool(tool)?.toUpperCase(),
      run: () => ui.setState({ tool: tool.id }),
    }))
  const objects = find(workspace, query)
    .slice(0, MOST_OBJECTS)
    .map(({ id, name }): Entry => ({
      id: `object-${id}`,
      label: name,
      kind: t('On the map'),
      icon: iconOf('type') ?? Shapes,
      keys: undefined,
      run: () => show(workspace, id),
    }))
  const entries = [
    ...[...commands, ...beside, ...offered].filter(({ label }) => fits(label, words)),
    ...objects,
  ]
  const chosen = Math.min(at, entries.length - 1)

  const choose = (entry: Entry | undefined): void => {
    if (!entry) return
    onClose()
    // The dialog gives the keyboard back as it closes; what is done then must find it on the map.
    requestAnimationFrame(() => {
      focusMap()
      entry.run()
    })
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries[chosen])
    }
    if (step === undefined || entries.length === 0) return
    event.preventDefault()
    setAt((chosen + step + entries.length) % entries.length)
  }
  useEffect(() => {
    if (!entered.current) return
    entered.current = false
    choose(entries[chosen])
  })
  return (
    <Dialog title={t('All commands')} onClose={onClose}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={entries.length > 0 ? `${list}-${chosen}` : undefined}
        aria-label={t('Type what you want to do')}
        placeholder={t('Type what you want to do')}
        className={styles.input}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div id={list} role="listbox" aria-label={t('Commands')} className={styles.list}>
        {entries.map(({ id, label, kind, icon: Icon, keys, ...entry }, i) => (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            ref={i === chosen ? active : undefined}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === chosen}
            className={cx(styles.entry, i === chosen && styles.active)}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setAt(i)}
            onClick={() => choose({ id, label, kind, icon: Icon, keys, ...entry })}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            <span className={styles.label}>{label}</span>
            {keys ? <kbd>{keys}</kbd> : <small>{kind}</small>}
          </button>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={styles.none} role="status">
          {t('Nothing is called that.')}
        </p>
      )}
    </Dialog>
  )
}
