import { ChevronLeft, ChevronRight, MessageCircleQuestion, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { Marking } from '../board/marking.tsx'
import { useRun } from '../facilitation/use-session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { openFrameView, type FrameView } from './frame-view.ts'
import styles from './present.module.css'
import { usePages } from './use-pages.ts'

// How far (CSS px) a finger must go sideways to turn the page, and within how much a press is a click.
const SWIPE_PX = 48
const CLICK_PX = 10
// The share of the window at its left where a click goes back.
const BACK = 0.25
const IDLE_MS = 2500

const steps: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  Enter: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  Home: -Infinity,
  End: Infinity,
}

/** Whether nobody has moved, pressed or typed for a while; and what to call when somebody does. */
function useIdle(): [idle: boolean, stir: () => void] {
  const [idle, setIdle] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stir = (): void => {
    clearTimeout(timer.current)
    setIdle(false)
    timer.current = setTimeout(() => setIdle(true), IDLE_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return [idle, stir]
}

/** The frames of the board one after another, each as large as the window; the board itself stays as it was. */
export function Present({ onClose }: { onClose(): void }) {
  const workspace = useWorkspace()
  const asked = roundUnderWay(useRun())
  const { page, go } = usePages()
  const dialog = useRef<HTMLDialogElement>(null)
  const map = useRef<HTMLDivElement>(null)
  const mask = useRef<HTMLDivElement>(null)
  const view = useRef<FrameView>(undefined)
  const [idle, stir] = useIdle()
  const pressed = useRef<readonly [x: number, y: number]>(undefined)

  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    shown?.showModal()
    shown?.focus()
    return () => {
      shown?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const id = page?.id
  useEffect(() => {
    if (id === undefined || !map.current || !mask.current) return
    view.current ??= openFrameView(map.current, mask.current, workspace)
    view.current.show(id)
  }, [id, workspace])
  useEffect(
    () => () => {
      view.current?.destroy()
      view.current = undefined
    },
    [],
  )
  const isGone = page === undefined
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  if (!page) return null

  const onKey = (event: KeyboardEvent): void => {
    const by = steps[event.key]
    const onButton = event.target instanceof HTMLButtonElement && /^( |Enter)$/.test(event.key)
    if (by === undefined || onButton) return
    event.preventDefault()
    go(by)
  }
  const onUp = ({ clientX, clientY, pointerType }: PointerEvent): void => {
    const [x, y] = pressed.current ?? [NaN, NaN]
    pressed.current = undefined
    const [dx, dy] = [clientX - x, clientY - y]
    if (Math.hypot(dx, dy) <= CLICK_PX) go(clientX < innerWidth * BACK ? -1 : 1)
    else if (pointerType !== 'mouse' && Math.abs(dx) > Math.max(SWIPE_PX, Math.abs(dy))) {
      go(dx < 0 ? 1 : -1)
    }
  }
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles.present}
      aria-label={t('Presentation')}
      data-idle={idle}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        stir()
        onKey(event)
      }}
      onPointerMove={stir}
    >
      <div
        className={styles.page}
        onPointerDown={({ clientX, clientY, button, isPrimary }) => {
          stir()
          if (button === 0 && isPrimary) pressed.current = [clientX, clientY]
        }}
        onPointerUp={onUp}
        onPointerCancel={() => {
          pressed.current = undefined
        }}
      >
        <div ref={map} inert aria-hidden className={styles.map} />
        <div ref={mask} className={styles.mask} />
      </div>
      <p className="visually-hidden" role="status">
        {t('Page {n} of {all}: {title}', { n: page.n, all: page.all, title: page.title })}
      </p>
      <ul className="visually-hidden" aria-label={t('On this page')}>
        {page.contents.map((name, i) => (
          <li key={i}>{name}</li>
        ))}
      </ul>
      <Marking className={styles.marking} />
      {asked?.state === 'open' && (
        <div className={styles.asked}>
          <Button icon={MessageCircleQuestion} onClick={onClose}>
            {t('A question to everyone: {question}', { question: asked.spec.question })}
          </Button>
        </div>
      )}
      <div role="group" aria-label={t('Pages')} className={styles.bar}>
        <IconButton
          icon={ChevronLeft}
          label={t('Previous page')}
          side="top"
          disabled={page.n === 1}
          onClick={() => go(-1)}
        />
        <span className={styles.count}>{t('{n} of {all}', { n: page.n, all: page.all })}</span>
        <IconButton
          icon={ChevronRight}
          label={t('Next page')}
          side="top"
          disabled={page.n === page.all}
          onClick={() => go(1)}
        />
        <IconButton icon={X} label={t('Stop presenting')} keys="Esc" side="top" onClick={onClose} />
      </div>
      <Toasts inside />
    </dialog>
  )
}
