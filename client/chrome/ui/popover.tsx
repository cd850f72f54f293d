import { Popover } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { freeSides } from './free-sides.ts'
import type { Trigger } from './trigger.ts'
import styles from './popover.module.css'

/** A popover that is open when it first appears; loaded through `Popover` of the layers. */
export function RadixPopover({
  trigger,
  label,
  children,
}: {
  trigger: Trigger
  label: string
  children(close: () => void): ReactNode
}) {
  const [open, setOpen] = useState(true)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Content
        className={styles.panel}
        aria-label={label}
        sideOffset={8}
        collisionPadding={freeSides()}
        align="start"
      >
        {children(() => setOpen(false))}
      </Popover.Content>
    </Popover.Root>
  )
}
