import { cloneElement, useCallback, useState, type ReactNode } from 'react'
import { late, type Late } from './late.tsx'
import type { MenuEntry } from './menu-entry.ts'
import type { Trigger } from './trigger.ts'

/** The code of menus, fetched when one is first wanted. */
export const lateMenu = late(() => import('./menu.tsx').then((m) => m.RadixMenu))
/** The code of popovers, fetched when one is first wanted. */
export const latePopover = late(() => import('./popover.tsx').then((m) => m.RadixPopover))

/** A button whose layer's code comes when it is first wanted; it looks and is named the same before and after. */
function useWanted<P extends object>(trigger: Trigger, kind: 'menu' | 'dialog', code: Late<P>) {
  const [wanted, setWanted] = useState(false)
  const giveUp = useCallback(() => setWanted(false), [])
  const idle = cloneElement(trigger, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    onPointerEnter: code.prepare,
    onFocus: code.prepare,
    onClick: () => setWanted(true),
  })
  return { wanted, giveUp, idle }
}

/** A menu under the button that opens it. */
export function Menu({
  trigger,
  align = 'end',
  side = 'bottom',
  entries,
}: {
  trigger: Trigger
  align?: 'start' | 'center' | 'end'
  side?: 'bottom' | 'right'
  entries: readonly MenuEntry[]
}) {
  const { wanted, giveUp, idle } = useWanted(trigger, 'menu', lateMenu)
  if (!wanted) return idle
  return (
    <lateMenu.Show
      meanwhile={idle}
      onFail={giveUp}
      trigger={trigger}
      align={align}
      side={side}
      entries={entries}
    />
  )
}

/** A small panel under the button that opens it; Escape and a press elsewhere close it, and so does `close`. */
export function Popover({
  trigger,
  label,
  children,
}: {
  trigger: Trigger
  label: string
  children(close: () => void): ReactNode
}) {
  const { wanted, giveUp, idle } = useWanted(trigger, 'dialog', latePopover)
  if (!wanted) return idle
  return (
    <latePopover.Show meanwhile={idle} onFail={giveUp} trigger={trigger} label={label}>
      {children}
    </latePopover.Show>
  )
}
