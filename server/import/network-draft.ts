import { otherEnd, type End } from '../../shared/board/readings.ts'
import { limits } from '../../shared/limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ToldPart } from '../../shared/protocol/told.ts'
import { filled } from '../../shared/words/told.ts'
import { Issues, type ImportIssue } from './issue.ts'
import type { Named, Network, Side, Tie } from './network.ts'
import { nameKey } from '../../shared/text/line.ts'
import { looksLikeFormula, organisationName } from './organisation-name.ts'
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
/** Where a part of what a side says is kept. */
const partOf = (side: Side, part: Said['part']): Record<string, unknown> =>
  part === 'trust' ? side.trust : part === 'field' ? side.fields : side.when

const lineOf = ({ line, path }: Row): string | ToldPart => {
  if (line !== undefined) return filled('line {line}', { line })
  return path ?? { detail: 'a row above' }
}

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
      this.errors.add({ ...placeOf(row, field), ...name.error })
      return undefined
    }
    const key = nameKey(name.value)
    if (!this.organisations.has(key)) {
      this.organisations.set(key, { name: name.value, fields: {} })
      if (looksLikeFormula(name.value)) {
        const why = filled('“{name}” looks like a formula and is kept as text.', {
          name: name.value,
        })
        this.notes.add({ ...placeOf(row, field), ...why })
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
      const place = lineOf(earlier.row)
      if (earlier.said === signature) {
        const why = filled('This pair stands in {place} already; the row is left out.', { place })
        this.notes.add({ ...placeOf(row), ...why })
      } else {
        const why = filled('This pair stands in {place} already, with another rating.', { place })
        this.errors.add({ ...placeOf(row), ...why })
      }
      return undefined
    }
    this.#rows.set(there, { row, said: signature })
    const back = this.#ties.get(`${named}\n${to}\n${from}`)
    const tie = back ?? { from, to, sides: { from: nobody(), to: nobody() }, fields: {} }
    if (!back) this.#ties.set(there, tie)
    for (const { end, part, key, value } of said) {
      const side = tie.sides[back ? otherEnd[end] : end]
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
      this.errors.add(
        filled('The file names {n} organisations; a board holds {most} at most.', {
          n: this.organisations.size,
          most: limits.organisations,
        }),
      )
    }
    if (this.errors.some) return fail(this.errors.list())
    return ok({
      organisations: this.organisations,
      ties: [...this.#ties.values()],
      notes: this.notes.list(),
    })
  }
}
