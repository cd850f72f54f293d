import { meaningOf, type Meaning, type TableKind } from '../../../shared/exchange/meanings.ts'
import { t } from '../../words/t.ts'

/** The words for a meaning on screen; a heading in a file may be shorter. */
export function wordsFor({ as, label }: Meaning): string {
  if (as === 'name') return t('Name')
  if (as === 'tie') return t('Which relationship (id)')
  return as === 'trust' ? t('Trust as a whole') : t(label)
}

/** What a mapping’s word stands for, on screen. */
export function meaningWords(kind: TableKind, as: string): string {
  const meaning = meaningOf(kind, as)
  return meaning ? wordsFor(meaning) : t('Left out')
}
