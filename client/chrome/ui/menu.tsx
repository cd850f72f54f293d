import { Check, type LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './menu.module.css'

/** A menu under the button that opens it. */
export function Menu({
  trigger,
  align = 'end',
  children,
}: {
  /** one button */
  trigger: ReactNode
  align?: 'start' | 'end'
  children: ReactNode
}) {
  return (
    // Not modal: a modal menu would put a style element on the page, which the page's policy forbids.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.menu}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          loop
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** One thing to do in a menu, with a line about it where its name is not enough. */
export function MenuItem({
  icon: Icon,
  label,
  about,
  keys,
  onSelect,
  disabled = false,
}: {
  icon?: LucideIcon
  label: string
  about?: string
  keys?: string | undefined
  onSelect(): void
  disabled?: boolean
}) {
  return (
    <DropdownMenu.Item className={styles.item} onSelect={onSelect} disabled={disabled}>
      {Icon && <Icon size={18} strokeWidth={1.75} aria-hidden />}
      <span className={styles.words}>
        {label}
        {about && <small className={styles.about}>{about}</small>}
      </span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </DropdownMenu.Item>
  )
}

/** One of a few values, in a menu. */
export function MenuChoice<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  /** the heading; absent where the menu's button says it */
  label?: string
  value: V | undefined
  options: readonly { value: V; label: string; before?: ReactNode }[]
  onChange(value: NoInfer<V>): void
}) {
  return (
    <DropdownMenu.Group>
      {label && <DropdownMenu.Label className={styles.label}>{label}</DropdownMenu.Label>}
      <DropdownMenu.RadioGroup value={value ?? ''} onValueChange={(next) => onChange(next as V)}>
        {options.map((option) => (
          <DropdownMenu.RadioItem key={option.value} value={option.value} className={styles.item}>
            {option.before}
            <span className={styles.words}>{option.label}</span>
            <DropdownMenu.ItemIndicator>
              <Check size={18} strokeWidth={2} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </DropdownMenu.Group>
  )
}

/** A hairline between groups of a menu. */
export const MenuLine = () => <DropdownMenu.Separator className={styles.line} />
