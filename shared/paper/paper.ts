import type { Sheet } from '../draw/legend.ts'
import type { Scene } from '../draw/scene.ts'
import type { Words } from '../words/words.ts'

/** A heading; levels follow one another without a jump, and 1 is the paper's title alone. */
export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: string
}

/** One paragraph. `lead` opens the paper, `draft` says that nobody has edited what follows, `quiet` is small print, `formula` stands on a line of its own. */
export interface Paragraph {
  kind: 'paragraph'
  text: string
  style: 'eyebrow' | 'lead' | 'draft' | 'body' | 'quiet' | 'formula'
}

/** Short statements, each a point; with `numbered` they are 1, 2, 3, so that a meeting can vote on one. */
export interface Bullets {
  kind: 'bullets'
  numbered?: true
  items: readonly string[]
}

/** What a column of a table holds; its width is `share` out of the sum of all shares. */
export interface Column {
  label: string
  share: number
  align: 'left' | 'centre'
  /** a second heading above this column and its neighbours of the same group */
  group?: string
  /** its cells name their rows */
  names?: true
}

/** What stands in one cell; lines end with \n. */
export interface Cell {
  text: string
  /** a second, quieter line */
  note?: string
  strong?: true
}

/** A table with a heading row, which every page repeats; no row is torn apart unless it is taller than a page. */
export interface Table {
  kind: 'table'
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

/** The front sheet's facts: a table of two columns without a heading row, the first naming the second. */
export interface Facts {
  kind: 'facts'
  /** what the facts are, for those who do not see them */
  caption: string
  rows: readonly (readonly [name: string, text: string])[]
}

/** The map as a picture, drawn from the draw lists; it takes what is left of its page. */
export interface Figure {
  kind: 'figure'
  /** says in words what the picture shows */
  alternative: string
  caption: string
  scene: Scene
  /** stands on the picture's right */
  legend?: Sheet
}

/** What a section of a paper is made of; each writer knows every kind. */
export type Block = Heading | Paragraph | Bullets | Table | Facts | Figure

/** Pages of one orientation; each section begins on a new page. */
export interface Section {
  orientation: 'portrait' | 'landscape'
  blocks: readonly Block[]
}

/** A board paper before it is a file: plain data, the same for every writer. */
export interface Paper {
  title: string
  subject: string
  language: Words['locale']
  /** the number of a page, with places `{n}` and `{all}` */
  pages: string
  /** the line at the top and bottom of every page; empty for none */
  marking: string
  /** the day and minute that the paper speaks of, and the only date in its file */
  generatedAt: Date
  sections: readonly Section[]
}

/** Every text that a reader of these sections meets, in order. */
export function* textsOf(sections: readonly Section[]): Iterable<string> {
  for (const block of sections.flatMap((section) => section.blocks)) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        yield block.text
        break
      case 'bullets':
        yield* block.items
        break
      case 'facts':
        yield* block.rows.flat()
        break
      case 'table':
        yield block.caption
        yield* block.columns.flatMap((column) => [column.group ?? '', column.label])
        yield* block.rows.flatMap((row) => row.flatMap((cell) => [cell.text, cell.note ?? '']))
        break
      case 'figure':
        yield block.caption
        yield* block.scene.pieces.flatMap((piece) =>
          piece.items.flatMap((item) => (item.kind === 'text' ? item.lines : [])),
        )
        break
    }
  }
}
