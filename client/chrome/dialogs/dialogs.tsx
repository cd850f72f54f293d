import { useCallback, useLayoutEffect, useState } from 'react'
import { useUi, useWorkspace } from '../board/context.ts'
import { late, type Late } from '../ui/late.tsx'

const dialogs: Record<string, Late<{ onClose(): void; typed: readonly string[] }>> = {
  paper: late(() => import('../paper/board-paper.tsx').then((m) => m.BoardPaper)),
  picture: late(() => import('../paper/picture.tsx').then((m) => m.Picture)),
  'make-one': late(() => import('./make-one.tsx').then((m) => m.MakeOne)),
  share: late(() => import('./share.tsx').then((m) => m.Share)),
  import: late(() => import('./import.tsx').then((m) => m.Import)),
  says: late(() => import('../measures/says.tsx').then((m) => m.Says)),
  assume: late(() => import('../assumptions/assume.tsx').then((m) => m.Assume)),
  template: late(() => import('../templates/save-template.tsx').then((m) => m.SaveTemplate)),
  present: late(() => import('../present/present.tsx').then((m) => m.Present)),
  ask: late(() => import('../rounds/ask.tsx').then((m) => m.Ask)),
  results: late(() => import('../rounds/past.tsx').then((m) => m.PastRounds)),
  time: late(() => import('../facilitation/time-spent.tsx').then((m) => m.TimeSpent)),
  palette: late(() => import('../palette/palette.tsx').then((m) => m.Palette)),
  relate: late(() => import('../outline/relate-dialog.tsx').then((m) => m.RelateDialog)),
  guide: late(() => import('../guide/guide.tsx').then((m) => m.Guide)),
  help: late(() => import('./help.tsx').then((m) => m.Help)),
}

/** Puts the keys that are pressed while the list of commands is on its way into `typed`. */
function Typed({ typed, onClose }: { typed: string[]; onClose(): void }) {
  // Before the next key can come.
  useLayoutEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      const { key } = event
      const types = key.length === 1 || key === 'Backspace' || key === 'Enter'
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (key === 'Escape') onClose()
      else if (types) typed.push(key)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', keep, true)
    return () => window.removeEventListener('keydown', keep, true)
  }, [typed, onClose])
  return null
}

function Open({
  id,
  open: { Show },
  onClose,
}: {
  id: string | null
  open: (typeof dialogs)[string]
  onClose(): void
}) {
  const [typed] = useState((): string[] => [])
  const meanwhile = id === 'palette' && <Typed typed={typed} onClose={onClose} />
  return <Show onClose={onClose} onFail={onClose} typed={typed} meanwhile={meanwhile} />
}

/** The open dialog, loaded when it is first opened. */
export function Dialogs() {
  const { ui } = useWorkspace()
  const id = useUi((state) => state.dialog)
  const close = useCallback(() => ui.setState({ dialog: null }), [ui])
  const open = id === null ? undefined : dialogs[id]
  return open ? <Open key={id} id={id} open={open} onClose={close} /> : null
}
