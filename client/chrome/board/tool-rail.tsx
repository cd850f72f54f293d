import { useRef, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { keyOfTool, toolKeys } from '../../actions/keys-of-tools.ts'
import { tools } from '../../tools/list.ts'
import type { Tool } from '../../tools/tool.ts'
import { t } from '../../words/t.ts'
import { iconOf } from '../look/icons.ts'
import { IconButton } from '../ui/button.tsx'
import { useCanEdit, useUi, useWorkspace } from './context.ts'
import { MoreTools } from './more-tools.tsx'
import styles from './tool-rail.module.css'

/** The tools, one button each; arrow keys move within the rail, as in any toolbar. */
export function ToolRail() {
  const { ui } = useWorkspace()
  const active = useUi((state) => state.tool)
  const canEdit = useCanEdit()
  const given = useStore(toolKeys)
  const bar = useRef<HTMLDivElement>(null)
  const offered = tools.filter((tool) => canEdit || !tool.edits)

  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }

  const button = (tool: Tool) => (
    <IconButton
      key={tool.id}
      icon={iconOf(tool.icon)}
      label={t(tool.label)}
      keys={keyOfTool(tool, given)?.toUpperCase()}
      pressed={tool.id === active}
      side="right"
      tabIndex={tool.id === active ? 0 : -1}
      onClick={() => ui.setState({ tool: tool.id })}
    />
  )
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('Tools')}
      aria-orientation="vertical"
      className={styles.rail}
      onKeyDown={move}
    >
      {offered.filter((tool) => !tool.edits).map(button)}
      {canEdit && <hr className={styles.line} />}
      {offered.filter((tool) => tool.edits && tool.group === undefined).map(button)}
      {canEdit && <MoreTools active={active} />}
    </div>
  )
}
