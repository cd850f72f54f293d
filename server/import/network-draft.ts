import type { End } from '../../shared/board/readings.ts'
import { limits } from '../../shared/limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Issues, type ImportIssue } from './issue.ts'
import type { Named, Network, Side, Tie } from './network.ts'
import { looksLikeFormula, nameKey, organisationName } from './organisation-name.ts'
import { placeOf, type Row } from './table.ts'

/** What one row says of a pair: by whom, and what. */
export interface Said {
  end: End
  /** `trust`, `at` or `field` */
  part: 'trust' | 'at' | 'field'
  key: string
  value: unknown
}

const nobody = (): Side => ({ trust: {}, when: {}, fields: {} })
const other = (end: End): End => (end === 'from' ? 'to' : 'from')
/** Where a part of what a side says is kept. */
const partOf = (side: Side, part: Said['part']): Record<string, unknown> =>
  part === 'trust' ? side.trust : part === 'field' ? side.fields : side.when

const lineText = (row: Row): string =>
  row.line === undefined ? (row.path ?? 'a row above') : `line ${row.line}`

/** A network while its rows are read; what is wrong with them is collected. */
export class NetworkDraft {
  readonly organisations = new Map<string, Named>()
  readonly errors = new Issues()
  readonly notes = new Issues()
  readonly #ties = new Map<string, Tie>()
  /** directed pair → the row that said it first, and what it says */
  readonly #rows = new Map<string, { row: Row; said: string }>()

  /** The key of the organisation that a cell names; undefined, with a complaint, when it can't be a name. */
  name(cell: string, row: Row, field: string): string | undefined {
    const name = organisationName(cell)
    if (!name.ok) {
      this.errors.add({ ...placeOf(row, field), detail: name.error })
      return undefined
    }
    const key = nameKey(name.value)
    if (!this.organisations.has(key)) {
      this.organisations.set(key, { name: name.value, fields: {} })
      if (looksLikeFormula(name.value)) {
        const detail = `“${name.value}” looks like a formula and is kept as text.`
        this.notes.add({ ...placeOf(row, field), detail })
      }
    }
    return key
  }

  /** Adds what a row says of two organisations; `named` tells apart several relationships of one pair. */
  tie(from: string, to: string, named: string, said: readonly Said[], row: Row): Tie | undefined {
    const there = `${named}\n${from}\n${to}`
    const signature = JSON.stringify(said)
    const earlier = this.#rows.get(there)
    if (earlier) {
      const detail = `This pair stands in ${lineText(earlier.row)} already`
      if (earlier.said === signature) {
        this.notes.add({ ...placeOf(row), detail: `${detail}; the row is left out.` })
      } else this.errors.add({ ...placeOf(row), detail: `${detail}, with another rating.` })
      return undefined
    }
    this.#rows.set(there, { row, said: signature })
    const back = this.#ties.get(`${named}\n${to}\n${from}`)
    const tie = back ?? { from, to, sides: { from: nobody(), to: nobody() }, fields: {} }
    if (!back) this.#ties.set(there, tie)
    for (const { end, part, key, value } of said) {
      const side = tie.sides[back ? other(end) : end]
      const values = partOf(side, part)
      if (values[key] !== undefined && JSON.stringify(values[key]) !== JSON.stringify(value)) {
        const detail = 'Another row says something else of the same side of this pair.'
        this.errors.add({ ...placeOf(row), detail })
      } else values[key] = value
    }
    return tie
  }

  network(): Result<Network, readonly ImportIssue[]> {
    if (this.organisations.size > limits.organisations) {
      this.errors.add({
        detail: `The file names ${this.organisations.size} organisations; a board holds ${limits.organisations} at most.`,
      })
    }
    if (this.errors.some) return fail(this.errors.list())
    return ok({
      organisations: this.organisations,
      ties: [...this.#ties.values()],
      notes: this.notes.list(),
    })
  }
}
