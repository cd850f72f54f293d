import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Fragment, type ReactNode } from 'react'
import { freeSides } from './free-sides.ts'
import type { MenuEntry } from './menu-entry.ts'
import type { Trigger } from './trigger.ts'
import styles from './menu.module.css'

function Entry({ entry }: { entry: MenuEntry }): ReactNode {
  if (entry.kind === 'line') return <DropdownMenu.Separator className={styles.line} />
  if (entry.kind === 'choice') {
    const { label, value, options, choose } = entry
    return (
      <DropdownMenu.Group>
        {label && <DropdownMenu.Label className={styles.label}>{label}</DropdownMenu.Label>}
        <DropdownMenu.RadioGroup value={value ?? ''} onValueChange={choose}>
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
  const { label, about, icon: Icon, keys, disabled = false, run } = entry
  return (
    <DropdownMenu.Item className={styles.item} onSelect={run} disabled={disabled}>
      {Icon && <Icon size={18} strokeWidth={1.75} aria-hidden />}
      <span className={styles.words}>
        {label}
        {about && <small className={styles.about}>{about}</small>}
      </span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </DropdownMenu.Item>
  )
}

const keyOf = (entry: MenuEntry, index: number): string =>
  entry.kind === 'command' ? entry.label : `${entry.kind} ${index}`

/** A menu that is open when it first appears; loaded through `Menu`. It stays in the landmark of its button. */
export function RadixMenu({
  trigger,
  align,
  side,
  entries,
}: {
  trigger: Trigger
  align: 'start' | 'center' | 'end'
  side: 'bottom' | 'right'
  entries: readonly MenuEntry[]
}) {
  return (
    // Not modal: a modal menu would put a style element on the page, which the page's policy forbids.
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        className={styles.menu}
        // In a low window it scrolls, which keys must be able to do before they are on an item.
        tabIndex={0}
        align={align}
        side={side}
        sideOffset={8}
        collisionPadding={freeSides()}
        loop
      >
        {entries.map((entry, index) => (
          <Fragment key={keyOf(entry, index)}>
            <Entry entry={entry} />
          </Fragment>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
