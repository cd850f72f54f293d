import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { lasting } from '../../session/storage.ts'
import { tools } from '../../tools/list.ts'
import { t } from '../../words/t.ts'
import { IconButton } from '../ui/button.tsx'
import { useUi } from './context.ts'
import styles from './first-use.module.css'

const KEY = 'rapport.helped'

const helped = (): string[] => {
  const value = lasting.read(KEY)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** One line of help while a tool is used for the first time in this browser, and never again. */
export function FirstUse() {
  const active = useUi((state) => state.tool)
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    const tool = tools.find(({ id }) => id === active)
    if (!tool?.edits || helped().includes(active)) {
      setShown(null)
      return
    }
    lasting.write(KEY, [...helped(), active])
    setShown(tool.help)
  }, [active])
  return (
    <div role="status" className={styles.place}>
      {shown && (
        <p className={styles.help}>
          {t(shown)}
          <IconButton icon={X} label={t('Close')} side="top" onClick={() => setShown(null)} />
        </p>
      )}
    </div>
  )
}
