import type { ImportMapping } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { columnOf } from './csv-table.ts'
import type { ImportIssue } from './issue.ts'
import { ratingColumn, type Direction, type Measure } from './rating.ts'
import { missingColumn, type Table } from './table.ts'

const as = { trust: 'trust', contact: 'contact', level: 'levelNow' } as const

/** What a CSV of relationships states by its headings: From, To and exactly one rating. Fails with the column that is missing or unclear. */
export function statedUses(
  { header }: Table,
  wish: { measure?: Measure; direction?: Direction },
): Result<ImportMapping, readonly ImportIssue[]> {
  const [from, to] = [columnOf(header, ['from']), columnOf(header, ['to'])]
  if (from === undefined || to === undefined) {
    const missing = [...(from === undefined ? ['From'] : []), ...(to === undefined ? ['To'] : [])]
    return fail(missing.map(missingColumn))
  }
  // A heading that a spreadsheet left empty is no rating.
  const headings = header.map((name, i) => (name === `Column ${i + 1}` ? '' : name))
  const rating = ratingColumn(headings, [from, to], wish)
  if (!rating.ok) return fail([{ line: 1, field: 'Rating', ...rating.error }])
  const { index, measure, direction } = rating.value
  return ok({
    relationships: [
      { column: header[from] ?? '', as: 'from' },
      { column: header[to] ?? '', as: 'to' },
      { column: header[index] ?? '', as: as[measure], closer: direction },
    ],
  })
}
