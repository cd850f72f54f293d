import { useEffect, useState, type CSSProperties } from 'react'
import styles from './tips.module.css'

interface Tip {
  text: string
  keys: string | undefined
  style: CSSProperties
  side: string
}

const DELAY_MS = 350
const GAP = 8

function tipFor(target: HTMLElement): Tip | undefined {
  const text = target.dataset['tip']
  // What the button opened says more than its tip, and would lie under it.
  if (!text || target.getAttribute('aria-expanded') === 'true') return undefined
  const box = target.getBoundingClientRect()
  const side = target.dataset['tipSide'] ?? 'bottom'
  const middle = { left: box.left + box.width / 2, top: box.top + box.height / 2 }
  const style: CSSProperties =
    side === 'right'
      ? { left: box.right + GAP, top: middle.top }
      : side === 'left'
        ? { left: box.left - GAP, top: middle.top }
        : side === 'top'
          ? { left: middle.left, top: box.top - GAP }
          : { left: Math.min(middle.left, innerWidth - 80), top: box.bottom + GAP }
  return { text, keys: target.dataset['tipKeys'], style, side }
}

const targetOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null

/** Shows the tip of whatever `data-tip` element is hovered or focused; Escape hides it. One for the whole page. */
export function Tips() {
  const [tip, setTip] = useState<Tip>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = (): void => {
      clearTimeout(timer)
      setTip(undefined)
    }
    const over = (event: Event): void => {
      const target = targetOf(event)
      if (event instanceof PointerEvent && event.pointerType === 'touch') return
      clearTimeout(timer)
      if (!target) {
        setTip(undefined)
        return
      }
      timer = setTimeout(() => setTip(tipFor(target)), DELAY_MS)
    }
    const focus = (event: Event): void => {
      const target = targetOf(event)
      if (target?.matches(':focus-visible')) setTip(tipFor(target))
      else hide()
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide()
    }
    document.addEventListener('pointerover', over)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('focusin', focus)
    document.addEventListener('focusout', hide)
    document.addEventListener('keydown', key)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', over)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('keydown', key)
    }
  }, [])
  if (!tip) return null
  return (
    <div className={styles.tip} data-side={tip.side} style={tip.style} aria-hidden>
      {tip.text}
      {tip.keys && <kbd className={styles.key}>{tip.keys}</kbd>}
    </div>
  )
}
