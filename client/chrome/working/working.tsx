import { LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import styles from './working.module.css'

/** What is over sooner needs no word, ms. */
const SLOW_MS = 400

/** That something takes a while, and how to give it up. */
export function Working({ text, onCancel }: { text: string; onCancel(): void }) {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className={styles.place}>
      {isSlow && (
        <div className={styles.working}>
          <LoaderCircle size={18} strokeWidth={2} aria-hidden className={styles.turns} />
          <span>{text}</span>
          <Button look="quiet" onClick={onCancel}>
            {t('Cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
