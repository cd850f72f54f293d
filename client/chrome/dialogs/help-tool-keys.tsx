import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import {
  chooseToolKey,
  keyOfTool,
  resetToolKeys,
  takenBy,
  toolKeys,
} from '../../actions/keys-of-tools.ts'
import { tools } from '../../tools/list.ts'
import type { Tool } from '../../tools/tool.ts'
import { t } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import styles from './help.module.css'

/** The single key of each tool, which a person can change for this browser. */
export function ToolKeys() {
  const given = useStore(toolKeys)
  const [said, setSaid] = useState('')
  const choose = (tool: Tool, typed: string): void => {
    const key = typed.trim().slice(-1).toLowerCase()
    const owner = key === '' ? undefined : takenBy(key, tool)
    if (owner !== undefined) {
      const values = { key: key.toUpperCase(), owner: t(owner) }
      setSaid(t('{key} is the key of “{owner}” already. Give that another one first.', values))
      return
    }
    setSaid('')
    chooseToolKey(tool, key)
  }
  return (
    <section>
      <h3 className={styles.heading}>{t('Tools')}</h3>
      <p className={styles.about}>{t('Type another key, or empty a field for none.')}</p>
      <div>
        {tools.map((tool) => (
          <label key={tool.id} className={styles.row}>
            <span>{t(tool.label)}</span>
            <input
              className={styles.key}
              aria-label={t('Key for {tool}', { tool: t(tool.label) })}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              value={keyOfTool(tool, given)?.toUpperCase() ?? ''}
              onFocus={(event) => event.target.select()}
              onChange={(event) => choose(tool, event.target.value)}
            />
          </label>
        ))}
      </div>
      <p role="status" className={styles.taken}>
        {said}
      </p>
      {Object.keys(given.keys).length > 0 && (
        <Button
          icon={RotateCcw}
          onClick={() => {
            resetToolKeys()
            setSaid(t('Every tool has its usual key again.'))
          }}
        >
          {t('Use the usual keys')}
        </Button>
      )}
    </section>
  )
}
