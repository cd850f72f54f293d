import { DropdownMenu } from 'radix-ui'
import { Fragment } from 'react'
import type { Point } from '../../../shared/geometry.ts'
import { keyLabel } from '../../actions/keys.ts'
import { actionOf } from '../../actions/list.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { isMac } from '../board/is-mac.ts'
import { actionIcon } from '../selection-bar/action-icon.ts'
import menu from '../ui/menu.module.css'
import styles from './context-menu.module.css'

const groups: readonly (readonly string[])[] = [
  ['edit-text', 'comment', 'copy-link', 'present-here'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['connect', 'connect-to', 'make-one', 'group', 'ungroup', 'lock', 'unlock'],
  ['bring-to-front', 'bring-forward', 'send-backward', 'send-to-back'],
  ['turn-right', 'turn-left'],
  ['delete'],
]

const onGround: readonly (readonly string[])[] = [
  ['paste', 'select-all'],
  ['fit', 'zoom-100', 'present'],
  ['search', 'comments', 'palette'],
]

/** CSS px within which the menu fits on one side of its place. */
const ROOM = 356

/** What can be done here, at a place on the map (CSS px); from the list of actions. */
export function ContextMenu({ at: [left, top], onClose }: { at: Point; onClose(): void }) {
  const workspace = useWorkspace()
  // In a narrow window neither side has room for it.
  const side = innerWidth < 2 * ROOM ? 'bottom' : 'right'
  const some = workspace.ui.getState().selection.size > 0
  const shown = (some ? groups : onGround)
    .map((ids) =>
      ids.flatMap((id) => {
        const action = actionOf(id)
        return action?.can(workspace) ? [action] : []
      }),
    )
    .filter((list) => list.length > 0)
  return (
    <DropdownMenu.Root
      modal={false}
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <DropdownMenu.Trigger asChild>
        <span className={styles.place} style={{ left, top }} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className={menu.menu}
        // In a low window it scrolls, which keys must be able to do before they are on an item.
        tabIndex={0}
        // Beside the place, it slides up where below it there is too little room.
        side={side}
        align="start"
        sideOffset={2}
        collisionPadding={8}
        loop
        aria-label={t('What can be done here')}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          if (document.activeElement === document.body) focusMap()
        }}
      >
        {shown.map((list, i) => (
          <Fragment key={list[0]?.id}>
            {i > 0 && <DropdownMenu.Separator className={menu.line} />}
            {list.map((action) => {
              const Icon = actionIcon(action.icon)
              const [keys] = action.keys
              return (
                <DropdownMenu.Item
                  key={action.id}
                  className={menu.item}
                  onSelect={() => {
                    focusMap()
                    // The menu takes the keyboard away once more as it closes.
                    requestAnimationFrame(() => {
                      focusMap()
                      action.run(workspace)
                    })
                  }}
                >
                  {Icon ? (
                    <Icon size={18} strokeWidth={1.75} aria-hidden />
                  ) : (
                    <span className={styles.blank} />
                  )}
                  <span className={menu.words}>{t(action.label)}</span>
                  {keys && <kbd className={menu.keys}>{keyLabel(keys, isMac)}</kbd>}
                </DropdownMenu.Item>
              )
            })}
          </Fragment>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
