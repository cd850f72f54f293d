import type { Weight } from '../../shared/text/measure.ts'
import type { Face } from '../../shared/paper/faces.ts'
import { asTheyStand, runsOf, type ScriptRun } from './script-runs.ts'

interface Placed {
  glyph: PDFKit.ShapedGlyph
  /** the code points that it stands for */
  means: number[]
  /** from the run's left edge and its baseline, in thousandths of the size */
  x: number
  y: number
}

interface LaidRun extends ScriptRun {
  font: PDFKit.EmbeddedFont
  /** in the order in which they are read */
  glyphs: readonly Placed[]
  /** in thousandths of the size */
  width: number
}

/** How text is set: points, and the weight of its typeface. */
export interface Setting {
  size: number
  weight: Weight
}

const variants = /[\ufe00-\ufe0f]/g

const codesOf = (text: string): number[] => Array.from(text, (c) => c.codePointAt(0) ?? 0)

/** What each glyph stands for; where shaping has mixed the letters up, the first stands for them all. */
function meanings(text: string, glyphs: readonly PDFKit.ShapedGlyph[]): number[][] {
  const codes = codesOf(text)
  const own = glyphs.map(({ codePoints }) => codePoints)
  return own.flat().join(' ') === codes.join(' ')
    ? own
    : glyphs.map((_, i) => (i === 0 ? codes : []))
}

function shaped(run: ScriptRun, font: PDFKit.EmbeddedFont): LaidRun {
  const turned = run.level % 2 === 1
  const direction = turned ? 'rtl' : 'ltr'
  const text = run.drawn.replaceAll(variants, '')
  // fontkit keeps a glyph with the letter that it first stood for, and many letters share one.
  font.font._glyphs = {}
  const { glyphs, positions } = font.font.layout(text, undefined, undefined, undefined, direction)
  let pen = 0
  const places = glyphs.map((glyph, i) => {
    const { xAdvance, xOffset, yOffset } = positions[i] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
    const x = (pen + xOffset) * font.scale
    pen += xAdvance
    return { glyph, x, y: yOffset * font.scale }
  })
  const read = turned ? places.toReversed() : places
  const means = meanings(
    run.text,
    read.map(({ glyph }) => glyph),
  )
  return {
    ...run,
    font,
    glyphs: read.map((place, i) => ({ ...place, means: means[i] ?? [] })),
    width: pen * font.scale,
  }
}

/** A line that the first typeface alone can't show: other scripts, other directions. */
export class GlyphLine {
  readonly #runs: readonly LaidRun[]

  /** `fontOf` gives the typefaces as they are needed. */
  constructor(line: string, rightToLeft: boolean, fontOf: (face: Face) => PDFKit.EmbeddedFont) {
    this.#runs = runsOf(line, rightToLeft).map((run) => shaped(run, fontOf(run.face)))
  }

  /** In thousandths of the size. */
  get width(): number {
    return this.#runs.reduce((sum, { width }) => sum + width, 0)
  }

  /** Writes the line with its left edge at `x` and its baseline at `y`; in the file the words come as they are read. */
  paint(pdf: PDFKit.PDFDocument, x: number, y: number, size: number): void {
    const lefts = new Map<LaidRun, number>()
    let pen = x
    for (const run of asTheyStand(this.#runs)) {
      lefts.set(run, pen)
      pen += (run.width * size) / 1000
    }
    for (const run of this.#runs) paintRun(pdf, run, lefts.get(run) ?? x, y, size)
  }
}

const number = (n: number): string => String(Math.round(n * 1000) / 1000)

const entries = new WeakMap<PDFKit.EmbeddedFont, Map<string, number>>()

/** The number of a glyph in the file’s own subset of its font: one for each thing that it stands for, so that text is found and copied as it was typed. */
function numberOf(font: PDFKit.EmbeddedFont, { glyph, means }: Placed): number {
  const known = entries.get(font) ?? new Map<string, number>()
  entries.set(font, known)
  const key = `${glyph.id} ${means.join(' ')}`
  let entry = known.get(key)
  if (entry === undefined) {
    const first = font.subset.includeGlyph(glyph.id)
    // Text that is set letter by letter uses the first, and takes the glyph for what it is.
    const own = (font.unicode[first] ??= glyph.codePoints)
    font.widths[first] ??= glyph.advanceWidth * font.scale
    const isOther = own.join() !== means.join()
    entry = isOther ? font.subset.glyphs.push(glyph.id) - 1 : first
    font.unicode[entry] = means
    font.widths[entry] = glyph.advanceWidth * font.scale
    known.set(key, entry)
  }
  return entry
}

function paintRun(pdf: PDFKit.PDFDocument, run: LaidRun, x: number, y: number, size: number): void {
  const { font, glyphs } = run
  const { height } = pdf.page
  const scale = size / 1000
  const shown: string[] = []
  let at: readonly [number, number] | undefined
  for (const placed of glyphs) {
    const left = x + placed.x * scale
    if (!at || Math.abs(at[0] - left) > 0.01 || at[1] !== placed.y) {
      shown.push(`1 0 0 1 ${number(left)} ${number(height - y + placed.y * scale)} Tm`)
    }
    shown.push(`<${numberOf(font, placed).toString(16).padStart(4, '0')}> Tj`)
    at = [left + placed.glyph.advanceWidth * font.scale * scale, placed.y]
  }
  pdf.save().transform(1, 0, 0, -1, 0, height)
  pdf.page.fonts[font.id] ??= font.ref()
  pdf.addContent(`BT\n/${font.id} ${number(size)} Tf\n${shown.join('\n')}\nET`)
  pdf.restore()
}
