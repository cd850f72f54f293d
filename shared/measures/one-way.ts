import { obligation } from '../objects/obligation.ts'
import { each, nameAt, type Finding } from './finding.ts'
import { groupBy } from './group.ts'
import type { MapSource } from './source.ts'

/** What one organisation owes another that owes it nothing back, once for each two. */
export function oneWay(source: MapSource): Finding[] {
  const whole = each(obligation, 'obligation', source).filter(
    ({ values: { by, to } }) =>
      by !== undefined && to !== undefined && source.object(by) && source.object(to),
  )
  const ways = groupBy(whole, ({ values: { by, to } }) => `${by} ${to}`)
  return [...ways.values()].flatMap((list): Finding[] => {
    const { by, to } = list[0]?.values ?? {}
    return by === undefined || to === undefined || by === to || ways.has(`${to} ${by}`)
      ? []
      : [
          {
            says: '{who} owes {whom}, and nothing is owed back',
            values: { who: nameAt(source, by), whom: nameAt(source, to) },
            ids: [...list.map(({ id }) => id), by, to],
          },
        ]
  })
}
