import { colour, type Token } from '../../shared/look/palette.ts'
import { breakText } from '../../shared/text/break.ts'
import { margins } from '../../shared/paper/page.ts'
import { baseline, type Weight } from '../../shared/text/measure.ts'
import type { TaggedPdf } from './pdf-document.ts'

/** How text is set, in points. */
export interface TextStyle {
  size: number
  lineHeight: number
  weight: Weight
  fill: Token
}

/** Styles by what the text is. */
export const styles = {
  eyebrow: { size: 11, lineHeight: 15, weight: 600, fill: 'accent' },
  title: { size: 30, lineHeight: 36, weight: 700, fill: 'ink' },
  heading2: { size: 18, lineHeight: 23, weight: 700, fill: 'ink' },
  heading3: { size: 13, lineHeight: 18, weight: 600, fill: 'ink' },
  draft: { size: 10.5, lineHeight: 15, weight: 600, fill: 'attention' },
  lead: { size: 14, lineHeight: 21, weight: 400, fill: 'ink' },
  body: { size: 11.5, lineHeight: 17, weight: 400, fill: 'ink' },
  quiet: { size: 10, lineHeight: 14, weight: 400, fill: 'quiet' },
  formula: { size: 12.5, lineHeight: 18, weight: 600, fill: 'accent' },
  caption: { size: 10, lineHeight: 14, weight: 600, fill: 'ink' },
  cell: { size: 10, lineHeight: 14, weight: 400, fill: 'ink' },
  cellStrong: { size: 10, lineHeight: 14, weight: 600, fill: 'ink' },
  cellNote: { size: 9, lineHeight: 12, weight: 400, fill: 'quiet' },
  columnHead: { size: 9, lineHeight: 12, weight: 600, fill: 'quiet' },
  marking: { size: 11, lineHeight: 14, weight: 700, fill: 'ink' },
  running: { size: 9, lineHeight: 12, weight: 400, fill: 'quiet' },
} as const satisfies Record<string, TextStyle>

/** One line, broken already. */
export interface Line {
  text: string
  style: TextStyle
  /** its paragraph is read from right to left */
  rightToLeft?: true
}

/** The marks of names set apart that a line does not close: they go on in the next. */
function stillOpen(line: string): string {
  let open = ''
  for (const [mark] of line.matchAll(/[\u2066-\u2069]/g)) {
    open = mark === '\u2069' ? open.slice(0, -1) : open + mark
  }
  return open
}

/** Text in lines of at most `width` points. */
export function linesOf(text: string, style: TextStyle, width: number): Line[] {
  const { size, weight } = style
  const { lines, rightToLeft } = breakText({ text, width, size, weight })
  let open = ''
  return lines.map((line, i) => {
    const whole = open + line
    open = stillOpen(whole)
    return { text: whole, style, ...(rightToLeft?.[i] && { rightToLeft: true }) }
  })
}

/** The height of lines in points. */
export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { style }) => sum + style.lineHeight, 0)

/** The place on the page where the next block goes; begins pages as they are needed. */
export class Flow {
  readonly pdf: TaggedPdf
  /** distance of the next block from the top of the page, in points */
  y = 0
  #orientation: 'portrait' | 'landscape' = 'portrait'

  constructor(pdf: TaggedPdf) {
    this.pdf = pdf
  }

  /** Begins a page. */
  page(orientation = this.#orientation): void {
    this.#orientation = orientation
    this.pdf.addPage({ size: 'A4', layout: orientation, margin: 0 })
    this.y = this.#margins.top
  }

  get #margins() {
    return margins[this.#orientation]
  }

  get left(): number {
    return this.#margins.side
  }

  get width(): number {
    return this.pdf.page.width - 2 * this.left
  }

  get bottom(): number {
    return this.pdf.page.height - this.#margins.bottom
  }

  /** Points left on this page. */
  get room(): number {
    return this.bottom - this.y
  }

  /** Points on an empty page of this orientation. */
  get whole(): number {
    return this.bottom - this.#margins.top
  }

  get isFresh(): boolean {
    return this.y === this.#margins.top
  }

  /** Begins a page unless this one has room for `height`, or is empty anyway. */
  need(height: number): void {
    if (height > this.room && !this.isFresh) this.page()
  }

  /** Leaves space, except at the top of a page. */
  gap(height: number): void {
    if (!this.isFresh) this.y += height
  }

  /** Writes lines from `x`, `y` down, those from right to left at the right where others stand left; each but the last of the whole text ends in a space, so that words stay apart when read out. */
  write(
    lines: readonly Line[],
    x: number,
    y: number,
    width: number,
    align: 'left' | 'centre',
    more = false,
  ): void {
    let top = y
    for (const [index, { text, style, rightToLeft }] of lines.entries()) {
      const last = index === lines.length - 1 && !more
      const written = last ? text : `${text} `
      const spare = (): number => width - this.pdf.widthOfLine(rightToLeft ? written : text, style)
      const left = align === 'centre' ? spare() / 2 : rightToLeft ? spare() : 0
      this.pdf.fillColor(colour(style.fill, 'light'))
      this.pdf.line(
        written,
        x + left,
        top + baseline(style.size, style.lineHeight),
        style,
        rightToLeft,
      )
      top += style.lineHeight
    }
  }

  /** A straight line for the eye alone. */
  rule(x: number, y: number, width: number, token: Token, weight: number): void {
    this.pdf.artifact('Layout', () => {
      this.pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight)
        .stroke(colour(token, 'light'))
    })
  }
}
