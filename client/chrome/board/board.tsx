import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { boardKeys } from '../../../shared/board/layout.ts'
import { isLink } from '../../model/kinds.ts'
import type { Scene } from '../../scene/scene.ts'
import { mountScene } from '../../scene/stage.ts'
import { keepRecent } from '../../session/credentials.ts'
import { t } from '../../words/t.ts'
import { useSettledSelection } from '../inspector/settled.ts'
import { useView } from '../router.ts'
import { late } from '../ui/late.tsx'
import { lateMenu, latePopover } from '../ui/layer.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { whenIdle } from '../ui/when-idle.ts'
import styles from './board.module.css'
import { useBoard, useLive, useOpen, useWorkspace } from './context.ts'
import { focusMap, focusOutline } from './focus-map.ts'
import { Insets } from './insets.ts'
import { useNotices } from './notices.ts'
import { showAll } from './show-all.ts'
import { TopBar } from './top-bar.tsx'
import { useLeaveGuard } from './use-leave-guard.ts'
import { prepareCopy } from './use-save-copy.ts'

const inspector = late(() => import('../inspector/inspector.tsx').then((m) => m.Inspector))
const session = late(() => import('./session.tsx').then((m) => m.Session))
const outline = late(() => import('../outline/outline.tsx').then((m) => m.Outline))
const workbench = late(() => import('./workbench.tsx').then((m) => m.Workbench))
const emptyBoard = late(() => import('./empty.tsx').then((m) => m.EmptyBoard))

/**
 * How long after the board is up the parts that come next are fetched, ms: at the first, once the browser has nothing to paint;
 * at the second in any case, for some are needed when the server is gone.
 */
const FETCH_AHEAD_MS = 500
const FETCH_BY_MS = 3_000

const NONE: readonly string[] = []

// What works the map comes beside what shows it, not after it.
workbench.prepare()

/** The board: the map with the bars and panels around it. */
export function Board() {
  const workspace = useWorkspace()
  const { credentials } = useOpen()
  const ready = useLive((live) => live.ready)
  const title = useBoard((board) => board.fact(boardKeys.title)) || credentials.board.title
  const { ids: selection, calm } = useSettledSelection()
  // A relationship is read side by side.
  const wide = useBoard((board) => {
    const object = selection.length === 1 ? board.object(selection[0] ?? '') : undefined
    return object !== undefined && isLink(object)
  })
  const empty = useBoard((board) => board.size === 0)
  const view = useView()
  const panel = view === 'map' && selection.length > 0
  const canvas = useRef<HTMLDivElement>(null)
  const [scene, setScene] = useState<Scene>()
  const shown = useRef(view)
  useEffect(() => {
    if (shown.current === view) return
    shown.current = view
    // What had the keyboard may be gone with the view; the button of the view itself is not.
    if (view === 'map' && document.activeElement === document.body) focusMap()
  }, [view])
  useEffect(() => {
    // Nothing on the big screen will work the keys that were kept for the map.
    if (view === 'presenter') scene?.takeKeys()
  }, [scene, view])
  useNotices()
  useLeaveGuard()
  useEffect(() => {
    document.title = `${title} · Rapport`
    keepRecent({ ...credentials, board: { ...credentials.board, title } })
  }, [title, credentials])
  useEffect(() => {
    if (!ready || !canvas.current) return undefined
    const mounted = mountScene(canvas.current, workspace)
    showAll(workspace)
    setScene(mounted)
    const fetchAhead = (): void => {
      for (const part of [inspector, outline, latePopover, lateMenu]) part.prepare()
      prepareCopy()
    }
    const stop = whenIdle(fetchAhead, FETCH_AHEAD_MS, FETCH_BY_MS)
    return () => {
      stop()
      setScene(undefined)
      mounted.destroy()
    }
  }, [ready, workspace])

  const details = panel ? (wide ? 464 : 320) : 0
  const besideDetails = { '--details': `${details}px` } as CSSProperties
  return (
    <div className={styles.board}>
      <button
        type="button"
        className={styles.skip}
        onClick={view === 'map' ? focusMap : focusOutline}
      >
        {view === 'map' ? t('Skip to the map') : t('Skip to the outline')}
      </button>
      {view !== 'presenter' && <TopBar title={title} />}
      <div className={styles.stage} style={besideDetails}>
        <main
          className={styles.map}
          aria-label={t('Map')}
          data-away={view === 'outline' || view === 'phone'}
        >
          <div ref={canvas} className={styles.canvas} />
          {!ready && <p className={styles.loading}>{t('Fetching the board…')}</p>}
          {ready && empty && view !== 'presenter' && <emptyBoard.Show />}
          {scene && view !== 'presenter' && (
            <workbench.Show scene={scene} alone={selection.length === 0} />
          )}
        </main>
        {ready && <session.Show view={view} />}
        {view === 'outline' && ready && <outline.Show />}
        {panel && <inspector.Show ids={selection} wide={wide} />}
      </div>
      <Insets panel={details} ids={calm ? selection : NONE} />
      <Toasts />
    </div>
  )
}
