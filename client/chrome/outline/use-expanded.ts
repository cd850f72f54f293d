import { useEffect, useRef, type RefObject } from 'react'
import { useUi, useWorkspace } from '../board/context.ts'
import { useHands } from './context.ts'

/** One object's place in the outline. */
export interface Expanded {
  /** its fields are shown: it is the one selected object, here and on the map */
  open: boolean
  /** it is one of those picked; undefined while none are being picked */
  picked: boolean | undefined
  /** shows or hides its fields; while several are picked, adds it to them or takes it out */
  toggle(): void
  /** the button with its name */
  name: RefObject<HTMLButtonElement | null>
  /** the element around its fields */
  fields: RefObject<HTMLDivElement | null>
}

/** Whether an object of the outline is open, and the keyboard's way to it. */
export function useExpanded(id: string): Expanded {
  const { ui } = useWorkspace()
  const { takeWish, picking } = useHands()
  const selected = useUi(({ selection }) => selection.has(id))
  const single = useUi(({ selection }) => selection.size === 1)
  const open = selected && single && !picking
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
  const toggle = (): void => {
    const selection = new Set(picking ? ui.getState().selection : [])
    if (!(picking ? selection.delete(id) : open)) selection.add(id)
    ui.setState({ selection, hover: null })
  }
  return { open, picked: picking ? selected : undefined, name, fields, toggle }
}
