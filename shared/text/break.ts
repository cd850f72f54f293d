import { limits } from '../limits.ts'
import { hasRightToLeft, isRightToLeft } from './direction.ts'
import { advance, textWidth, type Weight } from './measure.ts'

/** What is to be broken: `width` and `size` in world units; at most `maxLines` lines, the last then ending in “…”. */
export interface BreakRequest {
  text: string
  width: number
  size: number
  weight: Weight
  maxLines?: number
}

/** Text in lines; `cut` tells that some of it did not fit, `split` that a word had to be broken inside. */
export interface BrokenText {
  lines: readonly string[]
  /** for each line whether its paragraph runs from right to left; absent: none does */
  rightToLeft?: readonly boolean[]
  cut: boolean
  split: boolean
}

const ELLIPSIS = '…'
// Made when it is first needed: making it holds up the first board by more than all else that this file does.
let graphemes: Intl.Segmenter | undefined
const segment = (text: string): Iterable<Intl.SegmentData> =>
  (graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(text)

// Below U+0300 every code unit is a grapheme of its own, which spares almost all text the slow segmenter.
const simple = /^[\u0020-\u02ff\u2010-\u203a\u20ac]*$/
const clusters = (text: string): Iterable<string> =>
  simple.test(text) ? text : Array.from(segment(text), (s) => s.segment)

// Scripts written without spaces break before any of their characters.
const pieces =
  /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]*?[-–—/](?=\S)|[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]+|\s+/gu

function shorten(line: string, limit: number, size: number, weight: Weight): string {
  const parts = [...clusters(line)]
  let width = textWidth(line, size, weight) + (advance(0x2026, weight) * size) / 1000
  while (parts.length > 0 && width > limit) width -= textWidth(parts.pop() ?? '', size, weight)
  return parts.join('').trimEnd() + ELLIPSIS
}

// Below so many characters it is worth a look whether one line will do.
const SHORT = 60
const ODD_SPACE = /[^\S \u00a0]/u

// No letter of the typeface is narrower than this share of its size, on the average of a line.
const NARROWEST = 0.15

/** As much of a text as lines of `width` can ever show: who writes more than a text may hold must not stop everyone's map. */
function shownOf({ text, width, size, maxLines = Infinity }: BreakRequest): string {
  const most = Math.ceil(Math.max(width, 0) / (size * NARROWEST) + 1) * (maxLines + 1)
  const length = Number.isFinite(most) ? Math.min(limits.text, most) : limits.text
  // Half a character at the end would be shown as none.
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** Breaks text at spaces, hyphens and its own line ends; a word wider than `width` breaks inside. Never throws. */
export function breakText(request: BreakRequest): BrokenText {
  const { width, size, weight, maxLines = Infinity } = request
  const text = shownOf(request)
  const lines: string[] = []
  const limit = Math.max(width, 0) + 0.01
  const turned: boolean[] = []
  const mayTurn = hasRightToLeft(text)
  let turns = false
  let split = false
  let line = ''
  let used = 0
  let full = false

  const push = (): void => {
    if (lines.length === maxLines) full = true
    else {
      lines.push(line.trimEnd())
      turned.push(turns)
    }
    line = ''
    used = 0
  }

  for (const paragraph of text.split(/\r\n|\r|\n|\u2028|\u2029/)) {
    turns = mayTurn && isRightToLeft(paragraph)
    // Most words on a board are few and fit as they are.
    if (paragraph.length < SHORT && !ODD_SPACE.test(paragraph)) {
      if (textWidth(paragraph.trimEnd(), size, weight) <= limit) {
        line = lines.length === 0 ? paragraph : paragraph.trimStart()
        push()
        if (full) break
        continue
      }
    }
    for (const [piece] of paragraph.matchAll(pieces)) {
      if (full) break
      const own = textWidth(piece, size, weight)
      if (/^\s/u.test(piece)) {
        // A space at a break hangs over the edge; only a paragraph's own indent is kept.
        if (line !== '' || lines.length === 0) line += piece.replaceAll(/[^ \u00a0]/gu, ' ')
        used += own
        continue
      }
      if (used + own <= limit) {
        line += piece
        used += own
        continue
      }
      if (line.trim() !== '') push()
      line = ''
      used = 0
      if (own <= limit) {
        line = piece
        used = own
        continue
      }
      split = true
      for (const cluster of clusters(piece)) {
        const part = textWidth(cluster, size, weight)
        if (line !== '' && used + part > limit) push()
        if (full) break
        line += cluster
        used += part
      }
    }
    if (full) break
    push()
  }
  const last = lines.pop()
  const cut = full || text.length < request.text.length
  if (last !== undefined) lines.push(cut ? shorten(last, limit, size, weight) : last)
  return { lines, cut, split, ...(turned.includes(true) && { rightToLeft: turned }) }
}
