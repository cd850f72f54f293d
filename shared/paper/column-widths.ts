import { textWidth, type Weight } from '../text/measure.ts'
import { figureRoom, type Orientation } from './page.ts'
import type { Cell, Column } from './paper.ts'

/** As every writer sets a table, in points. */
const SIZE = { head: 9, text: 10, note: 9 } as const
const PADDING = { left: 6, centre: 2 } as const
/** Word sets letters a little wider than a PDF does. */
const SLACK = 4

/** What a column may ask for, in points: a longer word is broken, a longer text has more lines. */
const MOST = { word: 130, line: 260 } as const

/** A column that needs no more than this, for a day or a state, is better not wrapped at all. */
const SHORT = 80

interface Wish {
  column: Column
  /** its share of the page, in points */
  own: number
  /** so that none of its words is broken */
  least: number
  /** so that none of its lines wraps */
  whole: number
}

const sum = (all: readonly number[]): number => all.reduce((whole, one) => whole + one, 0)
const most = (all: readonly number[]): number => all.reduce((a, b) => Math.max(a, b), 0)
const widest = (texts: readonly string[], size: number, weight: Weight): number =>
  most(texts.map((text) => textWidth(text, size, weight)))

const wordsOf = (text: string): string[] => text.split(/\s/)

/** A text's longest word and longest line, in points. */
function extent(text: string, size: number, weight: Weight): [word: number, line: number] {
  return [
    Math.min(MOST.word, widest(wordsOf(text), size, weight)),
    Math.min(MOST.line, widest(text.split('\n'), size, weight)),
  ]
}

function wishOf(column: Column, cells: readonly (Cell | undefined)[], own: number): Wish {
  const around = 2 * PADDING[column.align] + SLACK
  const [head, heading] = extent(column.label.replaceAll('\u00a0', ' '), SIZE.head, 600)
  const extents = cells.flatMap((cell) => {
    if (!cell) return []
    const text = extent(cell.text, SIZE.text, cell.strong ? 600 : 400)
    return cell.note ? [text, extent(cell.note, SIZE.note, 400)] : [text]
  })
  const least = most([head, ...extents.map(([word]) => word)]) + around
  const lines = [...extents.map(([, line]) => line), ...(heading <= SHORT ? [heading] : [])]
  return { column, own, least, whole: Math.max(least, most(lines) + around) }
}

/** What columns of words get of `room`: each its longest word, and of what is left by how much more it has to say. */
function shared(wishes: readonly Wish[], room: number): number[] {
  const [least, whole] = [sum(wishes.map((w) => w.least)), sum(wishes.map((w) => w.whole))]
  if (whole <= room) return wishes.map((w) => (w.whole * room) / whole)
  return wishes.map((w) => w.least + ((room - least) * (w.whole - w.least)) / (whole - least))
}

/**
 * The columns of a table as wide as what stands in them wants, on a page of one orientation; columns of figures keep their
 * share. As they were where the longest words don't fit side by side.
 */
export function withWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  orientation: Orientation,
): readonly Column[] {
  const [width] = figureRoom(orientation)
  const all = sum(columns.map(({ share }) => share))
  const wishes = columns.map((column, i) =>
    wishOf(
      column,
      rows.map((row) => row[i]),
      (column.share / all) * width,
    ),
  )
  const isWords = ({ column }: Wish): boolean => column.align === 'left'
  const words = wishes.filter(isWords)
  const figures = wishes.filter((wish) => !isWords(wish)).map((w) => Math.max(w.own, w.least))
  const room = width - sum(figures)
  if (sum(words.map((w) => w.least)) > room) return columns
  const unbroken = words.map((w) => (w.whole <= SHORT ? { ...w, least: w.whole } : w))
  const fits = sum(unbroken.map((w) => w.least)) <= room
  const widths = shared(fits ? unbroken : words, room)
  return wishes.map((wish) => ({
    ...wish.column,
    share: (isWords(wish) ? widths.shift() : figures.shift()) ?? wish.own,
  }))
}
