import { Shapes } from 'lucide-react'
import { Fragment, useEffect, useRef, type KeyboardEvent } from 'react'
import type { Box } from '../../../shared/geometry.ts'
import type { Action } from '../../actions/action.ts'
import { boxAround } from '../../actions/camera.ts'
import { keyLabel } from '../../actions/keys.ts'
import { actionOf } from '../../actions/list.ts'
import { toScreen } from '../../model/camera.ts'
import type { Workspace } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import { useBoard, useCanEdit, useUi, useWorkspace } from '../board/context.ts'
import { isMac } from '../board/is-mac.ts'
import { IconButton } from '../ui/button.tsx'
import { actionIcon } from './action-icon.ts'
import styles from './selection-bar.module.css'

const groups = [
  ['align-left', 'align-centre', 'align-right'],
  ['align-top', 'align-middle', 'align-bottom'],
  ['distribute-across', 'distribute-down'],
  ['connect', 'make-one', 'group', 'ungroup', 'duplicate', 'lock', 'unlock'],
] as const

const GAP = 22
// Below it is the handle to turn by.
const GAP_BELOW = 52
const EDGE = 8

/** Puts the bar over what is selected, or under it where there is no room; hides it while that is on the move. */
function place(bar: HTMLElement, workspace: Workspace, around: Box | undefined): void {
  const { camera, viewport, insets, preview, sketch, editing, goal } = workspace.ui.getState()
  const hidden = !around || preview !== null || sketch !== null || editing !== null || goal !== null
  // Not “visible”: behind the outline it is hidden, with the map.
  bar.style.visibility = hidden ? 'hidden' : 'inherit'
  if (hidden) return
  const [left, top] = toScreen(camera, viewport, [around.x, around.y])
  const middle = left + (around.width * camera.scale) / 2
  const bottom = top + around.height * camera.scale
  const { offsetWidth: width, offsetHeight: height } = bar
  const right = viewport[0] - insets.right - EDGE - width
  const x = Math.max(insets.left + EDGE, Math.min(right, middle - width / 2))
  const above = top - GAP - height
  const below = Math.min(bottom + GAP_BELOW, viewport[1] - insets.bottom - EDGE - height)
  const y = above >= insets.top + EDGE ? above : below
  bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
}

/** What can be done with several selected objects, beside them. */
export function SelectionBar() {
  const workspace = useWorkspace()
  const bar = useRef<HTMLDivElement>(null)
  useUi(({ selection }) => selection)
  useUi(({ locks }) => locks)
  useCanEdit()
  // What can be done depends on the objects themselves.
  const offered = useBoard(() =>
    groups
      .flat()
      .filter((id) => actionOf(id)?.can(workspace))
      .join(' '),
  ).split(' ')

  useEffect(() => {
    const { ui, board } = workspace
    let around: Box | undefined
    const find = (): void => {
      around = boxAround(workspace, ui.getState().selection)
    }
    const settle = (): void => {
      if (bar.current) place(bar.current, workspace, around)
    }
    const both = (): void => {
      find()
      settle()
    }
    both()
    const stopBoard = board.subscribe(both)
    const stopUi = ui.subscribe((state, before) => {
      if (state.selection !== before.selection) find()
      settle()
    })
    return () => {
      stopBoard()
      stopUi()
    }
  }, [workspace])

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      document.querySelector<HTMLElement>('main [role="application"]')?.focus()
      return
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }

  const button = (action: Action, first: boolean) => (
    <IconButton
      key={action.id}
      icon={actionIcon(action.icon) ?? Shapes}
      label={t(action.label)}
      keys={action.keys[0] && keyLabel(action.keys[0], isMac)}
      side="top"
      tabIndex={first ? 0 : -1}
      onClick={() => action.run(workspace)}
    />
  )
  const shown = groups
    .map((ids) => ids.filter((id) => offered.includes(id)).flatMap((id) => actionOf(id) ?? []))
    .filter((list) => list.length > 0)
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('Arrange what is selected')}
      className={styles.bar}
      onKeyDown={move}
    >
      {shown.map((list, i) => (
        <Fragment key={list[0]?.id}>
          {i > 0 && <hr className={styles.line} />}
          {list.map((action, j) => button(action, i === 0 && j === 0))}
        </Fragment>
      ))}
    </div>
  )
}
