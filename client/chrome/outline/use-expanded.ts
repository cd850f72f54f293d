import { useEffect, useRef, type RefObject } from 'react'
import { useUi, useWorkspace } from '../board/context.ts'
import { useHands } from './context.ts'

/** One object's place in the outline. */
export interface Expanded {
  /** its fields are shown: it is the one selected object, here and on the map */
  open: boolean
  toggle(): void
  /** the button with its name */
  name: RefObject<HTMLButtonElement | null>
  /** the element around its fields */
  fields: RefObject<HTMLDivElement | null>
}

/** Whether an object of the outline is open, and the keyboard's way to it. */
export function useExpanded(id: string): Expanded {
  const { ui } = useWorkspace()
  const { takeWish } = useHands()
  const open = useUi(({ selection }) => selection.size === 1 && selection.has(id))
  const name = useRef<HTMLButtonElement>(null)
  const fields = useRef<HTMLDivElement>(null)
  const first = useRef(open)
  useEffect(() => {
    if (first.current) name.current?.scrollIntoView({ block: 'center' })
  }, [])
  useEffect(() => {
    const wish = takeWish(id)
    if (wish === undefined) return
    const field = fields.current?.querySelector<HTMLElement>('input, textarea, button, select')
    const target = wish === 'field' && field ? field : name.current
    target?.focus()
    name.current?.scrollIntoView({ block: 'nearest' })
  })
  return {
    open,
    name,
    fields,
    toggle: () => ui.setState({ selection: new Set(open ? [] : [id]), hover: null }),
  }
}
