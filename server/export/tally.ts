import type { Block, Paper } from '../../shared/paper/paper.ts'
import type { ExportProgress } from '../../shared/protocol/export-stream.ts'

/** Told of each step of a file that is being made. */
export type Report = (progress: ExportProgress) => void

/** For a file that nobody waits for. */
export const unheard: Report = () => undefined

/** Objects of a map that take about as long as a row of a table. */
const PIECES = 20

const partsOf = (block: Block): number => {
  switch (block.kind) {
    case 'table':
      return block.rows.length
    case 'figure':
      return Math.ceil(block.scene.pieces.length / PIECES)
    default:
      return 1
  }
}

/** Counts the parts of a paper as they are written, and reports each hundredth of them. */
export class Tally {
  readonly #of: number
  readonly #report: Report
  #done = 0
  #told = -1

  constructor({ sections }: Paper, report: Report) {
    this.#report = report
    this.#of = sections
      .flatMap(({ blocks }) => blocks)
      .reduce((sum, block) => sum + partsOf(block), 0)
    this.#tell()
  }

  /** One row of a table is written. */
  row(): void {
    this.#done++
    this.#tell()
  }

  /** A block is written; of a table, `row` has counted each. */
  block(block: Block): void {
    if (block.kind !== 'table') this.whole(block)
  }

  /** A block is written, a table with all its rows. */
  whole(block: Block): void {
    this.#done += partsOf(block)
    this.#tell()
  }

  #tell(): void {
    const hundredth = Math.floor((this.#done * 100) / Math.max(1, this.#of))
    if (hundredth === this.#told) return
    this.#told = hundredth
    this.#report({ step: 'writing', done: this.#done, of: this.#of })
  }
}
