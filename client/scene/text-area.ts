import type { TextPlace } from '../../shared/draw/items.ts'
import { FONT, type Colours } from './painter.ts'

/** An empty text area without a look of its own, to be laid where a text stands on the map; `label` is how it is called aloud. */
export function textArea(label: string): HTMLTextAreaElement {
  const area = document.createElement('textarea')
  area.rows = 1
  area.dir = 'auto'
  area.spellcheck = true
  area.setAttribute('aria-label', label)
  area.dataset['canvas'] = 'editor'
  Object.assign(area.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    margin: '0',
    padding: '0',
    border: '0',
    background: 'transparent',
    outline: 'none',
    resize: 'none',
    overflow: 'hidden',
    transformOrigin: '0 0',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    zIndex: '2',
  })
  return area
}

/** Takes as much of what is pasted as there is room for, where that isn't all: a browser would stand still over megabytes. Answers whether it did. */
export function pasteWithin(
  event: ClipboardEvent,
  area: HTMLTextAreaElement,
  most: number,
): boolean {
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  const { selectionStart: start, selectionEnd: end } = area
  const room = Math.max(0, most - area.value.length + end - start)
  if (pasted.length <= room) return false
  event.preventDefault()
  area.setRangeText(pasted.slice(0, room), start, end, 'end')
  return true
}

/** Gives a text area the letters and the room of a place; answers how tall its text makes it. */
export function dress(area: HTMLTextAreaElement, place: TextPlace, colours: Colours): number {
  const { box, size, lineHeight, weight, align, fill } = place
  const { style } = area
  style.width = `${box.width}px`
  style.font = `${weight} ${size}px/${lineHeight}px ${FONT}`
  // What is read from right to left begins at the right, as it is drawn.
  style.textAlign = { left: 'start', centre: 'center', right: 'right' }[align]
  style.color = colours[fill]
  style.caretColor = style.color
  style.height = '0'
  const tall = area.scrollHeight
  style.height = `${Math.max(tall, box.height)}px`
  return tall
}
