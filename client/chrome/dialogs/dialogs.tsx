import { lazy, Suspense, useCallback, type ComponentType } from 'react'
import { useUi, useWorkspace } from '../board/context.ts'

interface DialogProps {
  onClose(): void
}

const dialogs: Record<string, ComponentType<DialogProps>> = {
  share: lazy(() => import('./share.tsx').then((m) => ({ default: m.Share }))),
  import: lazy(() => import('./import.tsx').then((m) => ({ default: m.Import }))),
  help: lazy(() => import('./help.tsx').then((m) => ({ default: m.Help }))),
}

/** The open dialog, loaded when it is first opened. */
export function Dialogs() {
  const { ui } = useWorkspace()
  const id = useUi((state) => state.dialog)
  const close = useCallback(() => ui.setState({ dialog: null }), [ui])
  const Open = id ? dialogs[id] : undefined
  return <Suspense fallback={null}>{Open && <Open onClose={close} />}</Suspense>
}
