import { X } from 'lucide-react'
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Message } from '../../model/ui.ts'
import { t } from '../../words/t.ts'
import { Button, IconButton } from './button.tsx'
import styles from './toasts.module.css'

interface Shown extends Message {
  key: number
}

const MAX = 3
const SHOWN_MS = 6000

const store = createStore<{ toasts: readonly Shown[] }>(() => ({ toasts: [] }))
let count = 0

const close = (key: number): void =>
  store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.key !== key) }))

/** Shows a message; the same text is not shown twice at once. */
export function say(toast: Message): void {
  const { toasts } = store.getState()
  if (toasts.some(({ text }) => text === toast.text)) return
  count += 1
  const key = count
  store.setState({ toasts: [...toasts, { ...toast, key }].slice(-MAX) })
  if (!toast.lasting) setTimeout(() => close(key), SHOWN_MS)
}

/** Where messages appear, and the one place that reads them out. */
export function Toasts() {
  const toasts = useStore(store, (state) => state.toasts)
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map(({ key, text, action }) => (
        <div key={key} className={styles.toast}>
          <span>{text}</span>
          {action && (
            <Button
              look="quiet"
              className={styles.action ?? ''}
              onClick={() => {
                action.run()
                close(key)
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton icon={X} label={t('Close')} side="top" onClick={() => close(key)} />
        </div>
      ))}
    </div>
  )
}
