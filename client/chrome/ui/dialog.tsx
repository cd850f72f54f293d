import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { t } from '../../words/t.ts'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import styles from './dialog.module.css'
import { Toasts } from './toasts.tsx'

/** A modal dialog: Escape and the cross close it, and so does a press outside until something was written into a form of it; focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  wide = false,
  full = false,
  children,
}: {
  title: string
  onClose(): void
  wide?: boolean
  /** takes the window; its children scroll by themselves */
  full?: boolean
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const [scrolls, setScrolls] = useState(false)
  const written = useRef(false)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    const body = dialog?.querySelector(`.${styles.body}`)
    const watch = new ResizeObserver(() =>
      setScrolls(body ? body.scrollHeight > body.clientHeight : false),
    )
    if (body) watch.observe(body)
    return () => {
      watch.disconnect()
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={cx(styles.dialog, wide && styles.wide, full && styles.full)}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && !written.current) onClose()
      }}
      onInput={({ target }) => {
        written.current ||= target instanceof Element && target.closest('form') !== null
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon={X} label={t('Close')} onClick={onClose} side="left" />
        </div>
        {/* A sheet of words alone may be longer than the screen: the keyboard must be able to scroll it. */}
        <div className={styles.body} {...(scrolls && { tabIndex: 0 })}>
          {children}
        </div>
      </div>
      <Toasts inside />
    </dialog>
  )
}
