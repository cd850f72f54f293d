import { lazy, Suspense, useEffect, useRef } from 'react'
import { boardKeys } from '../../../shared/board/layout.ts'
import { mountCanvas } from '../../actions/mount.ts'
import { isLink } from '../../model/kinds.ts'
import { keepRecent } from '../../session/credentials.ts'
import { t } from '../../words/t.ts'
import { Dialogs } from '../dialogs/dialogs.tsx'
import { useSettledSelection } from '../inspector/settled.ts'
import { Toasts } from '../ui/toasts.tsx'
import styles from './board.module.css'
import { useBoard, useLive, useOpen, useWorkspace } from './context.ts'
import { EmptyBoard } from './empty.tsx'
import { focusMap } from './focus-map.ts'
import { FirstUse } from './first-use.tsx'
import { useHelpKey } from './help-key.ts'
import { Insets } from './insets.ts'
import { useNotices } from './notices.ts'
import { showAll } from './show-all.ts'
import { ToolRail } from './tool-rail.tsx'
import { TopBar } from './top-bar.tsx'
import { Zoom } from './zoom.tsx'

const loadInspector = () => import('../inspector/inspector.tsx')
const Inspector = lazy(() => loadInspector().then((m) => ({ default: m.Inspector })))

/** The board: the map with the bars and panels around it. */
export function Board() {
  const workspace = useWorkspace()
  const { credentials } = useOpen()
  const ready = useLive((live) => live.ready)
  const title = useBoard((board) => board.fact(boardKeys.title)) || credentials.board.title
  const selection = useSettledSelection()
  // A relationship is read side by side.
  const wide = useBoard((board) => {
    const object = selection.length === 1 ? board.object(selection[0] ?? '') : undefined
    return object !== undefined && isLink(object)
  })
  const canvas = useRef<HTMLDivElement>(null)
  useNotices()
  useHelpKey()
  useEffect(() => {
    document.title = `${title} · Rapport`
    keepRecent({ ...credentials, board: { ...credentials.board, title } })
  }, [title, credentials])
  useEffect(() => {
    if (!ready || !canvas.current) return undefined
    const scene = mountCanvas(canvas.current, workspace)
    showAll(workspace)
    // Wanted at the first selection; fetched while nobody waits for it.
    const early = setTimeout(() => void loadInspector(), 500)
    return () => {
      clearTimeout(early)
      scene.destroy()
    }
  }, [ready, workspace])

  return (
    <div className={styles.board}>
      <button type="button" className={styles.skip} onClick={focusMap}>
        {t('Skip to the map')}
      </button>
      <TopBar title={title} />
      <div className={styles.stage}>
        <ToolRail />
        <main className={styles.map} aria-label={t('Map')}>
          <div ref={canvas} className={styles.canvas} />
          {ready ? <EmptyBoard /> : <p className={styles.loading}>{t('Fetching the board…')}</p>}
        </main>
        <Suspense fallback={null}>
          {selection.length > 0 && <Inspector ids={selection} wide={wide} />}
        </Suspense>
        <Zoom minimap={selection.length === 0} />
        <FirstUse />
      </div>
      <Insets panel={selection.length === 0 ? 0 : wide ? 464 : 320} ids={selection} />
      <Dialogs />
      <Toasts />
    </div>
  )
}
