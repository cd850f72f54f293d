import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './popover.module.css'

/** A small panel under the button that opens it; Escape and a press elsewhere close it. */
export function Popover({
  trigger,
  label,
  children,
}: {
  /** one button */
  trigger: ReactNode
  label: string
  children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.panel}
          aria-label={label}
          sideOffset={8}
          collisionPadding={8}
          align="start"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Closes the popover that it stands in when its button is pressed. */
export const PopoverClose = ({ children }: { children: ReactNode }) => (
  <Radix.Close asChild>{children}</Radix.Close>
)
