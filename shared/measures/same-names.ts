import { organisation } from '../objects/organisation.ts'
import { nameKey } from '../text/line.ts'
import { each, type Finding } from './finding.ts'
import { groupBy } from './group.ts'
import type { MapSource } from './source.ts'

/** Organisations that are called the same, once for each name: they may be one body that was added twice. */
export function sameNames(source: MapSource): Finding[] {
  const named = each(organisation, 'organisation', source).filter(({ values }) =>
    values.name.trim(),
  )
  return [...groupBy(named, ({ values }) => nameKey(values.name)).values()].flatMap((same) =>
    same[0] && same.length > 1
      ? [
          {
            says: '{what}: {n} times',
            values: { what: same[0].values.name.trim(), n: String(same.length) },
            ids: same.map(({ id }) => id),
          },
        ]
      : [],
  )
}
