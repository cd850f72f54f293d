import { definitionOf } from '../../../shared/objects/index.ts'
import { nameOf } from '../../model/kinds.ts'
import type { BoardModel } from '../../model/board.ts'
import { locale, t, tn } from '../../words/t.ts'
import type { Deed, Saying } from './gathered.ts'

const one: Record<Exclude<Deed, 'removed'>, string> = {
  added: '{who} added {name}',
  changed: '{who} changed {name}',
  moved: '{who} moved {name}',
  answered: '{who} answered for {name}',
  commented: '{who} commented on {name}',
  resolved: '{who} resolved a thread about {name}',
}

const many: Record<Exclude<Deed, 'removed'>, string> = {
  added: '{who} added {n} {kinds}',
  changed: '{who} changed {n} {kinds}',
  moved: '{who} moved {n} {kinds}',
  answered: '{who} answered for {n} {kinds}',
  commented: '{who} commented on {n} {kinds}',
  resolved: '{who} resolved threads about {n} {kinds}',
}

/** One sentence about what somebody did; undefined when nothing of it is on the board any more. */
export function sentence({ who, deed, ids }: Saying, board: BoardModel): string | undefined {
  if (deed === 'removed') return tn(ids.length, '1 thing was removed', '{n} things were removed')
  const objects = [...new Set(ids)].flatMap((id) => board.object(id) ?? [])
  const [first] = objects
  if (!first) return undefined
  const name = who ?? t('Somebody')
  if (objects.length === 1) return t(one[deed], { who: name, name: nameOf(first, board) })
  const alike = objects.every(({ type }) => type === first.type)
  const kind = alike ? definitionOf(first.type)?.name.many : undefined
  const kinds = kind === undefined ? t('things') : t(kind).toLocaleLowerCase(locale())
  return t(many[deed], { who: name, n: objects.length, kinds })
}
