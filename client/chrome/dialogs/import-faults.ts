import type { ColumnUse } from '../../../shared/exchange/mapping.ts'
import { isOneSided, meaningOf, type TableKind } from '../../../shared/exchange/meanings.ts'
import { t } from '../../words/t.ts'
import { meaningWords } from './import-words.ts'

const sidesOf = ({ says = 'from' }: ColumnUse): readonly string[] =>
  says === 'both' ? ['from', 'to'] : [says]

/** What keeps a table from being imported as its columns are understood, in a sentence; undefined when nothing does. */
export function faultIn(kind: TableKind, uses: readonly ColumnUse[]): string | undefined {
  const has = (as: string): boolean => uses.some((use) => use.as === as)
  if (kind === 'organisations' && !has('name')) {
    return t('Choose the column that holds the names of the organisations.')
  }
  if (kind === 'relationships' && !(has('from') && has('to'))) {
    return t('Choose the two columns that hold the organisations: From and To.')
  }
  const taken = new Map<string, string>()
  for (const use of uses) {
    const meaning = meaningOf(kind, use.as)
    if (!meaning) continue
    const { low, high } = use
    if (low !== undefined && high !== undefined && !(low < high)) {
      return t('“{column}”: the lowest number of the scale must be below the highest.', {
        column: use.column,
      })
    }
    for (const side of isOneSided(meaning) ? sidesOf(use) : ['']) {
      const key = `${use.as} ${side}`
      const other = taken.get(key)
      if (other !== undefined) {
        return t('“{one}” and “{other}” can’t both be “{meaning}”.', {
          one: other,
          other: use.column,
          meaning: meaningWords(kind, use.as),
        })
      }
      taken.set(key, use.column)
    }
  }
  return undefined
}
