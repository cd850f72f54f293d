import { useCallback } from 'react'
import { useUi, useWorkspace } from '../board/context.ts'
import { late, type Late } from '../ui/late.tsx'

const dialogs: Record<string, Late<{ onClose(): void }>> = {
  paper: late(() => import('../paper/board-paper.tsx').then((m) => m.BoardPaper)),
  picture: late(() => import('../paper/picture.tsx').then((m) => m.Picture)),
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

/** The open dialog, loaded when it is first opened. */
export function Dialogs() {
  const { ui } = useWorkspace()
  const id = useUi((state) => state.dialog)
  const close = useCallback(() => ui.setState({ dialog: null }), [ui])
  const open = id === null ? undefined : dialogs[id]
  return open ? <open.Show key={id} onClose={close} onFail={close} /> : null
}
