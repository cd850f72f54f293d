import { cloneElement, lazy, Suspense, useState, type ReactNode } from 'react'
import type { MenuEntry } from './menu-entry.ts'
import type { Trigger } from './trigger.ts'

const loadMenu = () => import('./menu.tsx')
const loadPopover = () => import('./popover.tsx')
const RadixMenu = lazy(() => loadMenu().then((m) => ({ default: m.RadixMenu })))
const RadixPopover = lazy(() => loadPopover().then((m) => ({ default: m.RadixPopover })))

/** A button whose layer's code comes when it is first wanted; it looks and is named the same before and after. */
function useWanted(
  trigger: Trigger,
  kind: 'menu' | 'dialog',
  load: () => Promise<unknown>,
): { wanted: boolean; idle: ReactNode } {
  const [wanted, setWanted] = useState(false)
  const prepare = (): void => void load()
  return {
    wanted,
    idle: cloneElement(trigger, {
      'aria-haspopup': kind,
      'aria-expanded': false,
      onPointerEnter: prepare,
      onFocus: prepare,
      onClick: () => setWanted(true),
    }),
  }
}

/** A menu under the button that opens it. */
export function Menu({
  trigger,
  align = 'end',
  entries,
}: {
  trigger: Trigger
  align?: 'start' | 'end'
  entries: readonly MenuEntry[]
}) {
  const { wanted, idle } = useWanted(trigger, 'menu', loadMenu)
  if (!wanted) return idle
  return (
    <Suspense fallback={idle}>
      <RadixMenu trigger={trigger} align={align} entries={entries} />
    </Suspense>
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
  const { wanted, idle } = useWanted(trigger, 'dialog', loadPopover)
  if (!wanted) return idle
  return (
    <Suspense fallback={idle}>
      <RadixPopover trigger={trigger} label={label}>
        {children}
      </RadixPopover>
    </Suspense>
  )
}
