import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
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

/** A modal dialog that is open: the messages after `since` are shown in it. */
interface Modal {
  since: number
}

const store = createStore<{ toasts: readonly Shown[]; modals: readonly Modal[] }>(() => ({
  toasts: [],
  modals: [],
}))
let count = 0

const timers = new Map<number, ReturnType<typeof setTimeout>>()

/** The message stays for as long as somebody is at it. */
function hold(key: number): void {
  clearTimeout(timers.get(key))
  timers.delete(key)
}

function close(key: number): void {
  hold(key)
  store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.key !== key) }))
}

/** The message goes by itself after a while. */
function leave({ key, lasting }: Shown): void {
  hold(key)
  if (!lasting) timers.set(key, setTimeout(close, SHOWN_MS, key))
}

/** Shows a message; the same text is not shown twice at once, and where there is something to do about it, it is about what came last. */
export function say(toast: Message): void {
  const same = store.getState().toasts.find(({ text }) => text === toast.text)
  if (same && !toast.action) return
  if (same) close(same.key)
  const { toasts } = store.getState()
  count += 1
  const shown = { ...toast, key: count }
  store.setState({ toasts: [...toasts, shown].slice(-MAX) })
  leave(shown)
}

/**
 * Where messages appear and are read out; `inside`: of a modal dialog, which shows those that come while it is open, for what
 * lies behind it can be neither read nor pressed.
 */
export function Toasts({ inside = false }: { inside?: boolean }) {
  const { toasts: all, modals } = useStore(store)
  const [own] = useState((): Modal => ({ since: inside ? count : 0 }))
  useEffect(() => {
    if (!inside) return undefined
    store.setState((state) => ({ modals: [...state.modals, own] }))
    return () => store.setState((state) => ({ modals: state.modals.filter((one) => one !== own) }))
  }, [inside, own])
  const next = modals[inside ? modals.indexOf(own) + 1 : 0]
  const toasts = all.filter(({ key }) => key > own.since && (!next || key <= next.since))
  return (
    <div className={styles.toasts} {...(!inside && { role: 'status' })} aria-live="polite">
      {toasts.map((toast) => {
        const { key, text, action } = toast
        return (
          <div
            key={key}
            className={styles.toast}
            onPointerEnter={() => hold(key)}
            onPointerLeave={() => leave(toast)}
            onFocus={() => hold(key)}
            onBlur={() => leave(toast)}
          >
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
        )
      })}
    </div>
  )
}
