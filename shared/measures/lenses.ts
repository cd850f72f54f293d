import type { LaneMeasure } from '../board/layout.ts'
import { layerOf } from '../draw/scene.ts'
import { endsOf } from '../draw/tie-settings.ts'
import { readAs } from '../objects/define.ts'
import { risk } from '../objects/risk.ts'
import { commitment } from '../objects/commitment.ts'
import { leaningSides, levelSteps } from './levels.ts'
import { reachOf } from './people.ts'
import type { MapSource } from './source.ts'
import { gapsOf } from './trust.ts'

/** The lenses, in the order in which they are offered. */
export const lensIds = ['trust', 'gaps', 'level', 'deal', 'commitments', 'risk', 'reach'] as const
/** One of `lensIds`. */
export type LensId = (typeof lensIds)[number]

/** How a lens shows the map: what the lanes tell, what stays bright, and how much that is of how many. */
export interface LensLook {
  measure: LaneMeasure
  /** ids of what stays bright; everything else steps back, except frames and words */
  lit: ReadonlySet<string>
  count: number
  of: number
}

type Finder = (source: MapSource) => LensLook

const ids = ({ all }: MapSource, ...types: string[]): string[] =>
  all.filter(({ type }) => types.includes(type)).map(({ id }) => id)

const finders: Record<LensId, Finder> = {
  trust: (source) => {
    const ties = ids(source, 'relationship')
    const lit = new Set([...ids(source, 'organisation'), ...ties])
    return { measure: 'trust', lit, count: ties.length, of: ties.length }
  },
  gaps: (source) => {
    const gaps = gapsOf(source)
    const lit = new Set(gaps.flatMap(({ relationship, from, to }) => [relationship, from, to]))
    const of = ids(source, 'relationship').length
    return { measure: source.tieMeasure, lit, count: gaps.length, of }
  },
  level: (source) => {
    const steps = levelSteps(source)
    const lit = new Set(steps.flatMap(({ relationship, by, about }) => [relationship, by, about]))
    const count = new Set(steps.map(({ relationship }) => relationship)).size
    return { measure: 'level', lit, count, of: ids(source, 'relationship').length }
  },
  deal: (source) => {
    const sides = leaningSides(source)
    const lit = new Set(sides.flatMap(({ tie, by, about }) => [tie.id, by, about]))
    const count = new Set(sides.map(({ tie }) => tie.id)).size
    return { measure: 'trust', lit, count, of: ids(source, 'relationship').length }
  },
  commitments: (source) => {
    const all = source.all.filter(({ type }) => type === 'commitment')
    const lit = new Set(
      all.flatMap((object) => {
        const { by, to } = readAs(commitment, object).values
        return [object.id, by ?? '', to ?? '']
      }),
    )
    const owned = all.filter((object) => {
      const { owner, due } = readAs(commitment, object).values
      return owner.trim() !== '' && due !== undefined
    })
    return { measure: source.tieMeasure, lit, count: owned.length, of: all.length }
  },
  risk: (source) => {
    const all = source.all.filter(({ type }) => type === 'risk')
    const alone = all.flatMap((object) => {
      const [holder, ...others] = readAs(risk, object).values.heldBy
      return holder && others.length === 0 ? [[object.id, holder.id]] : []
    })
    return {
      measure: source.tieMeasure,
      lit: new Set(alone.flat()),
      count: alone.length,
      of: all.length,
    }
  },
  reach: (source) => {
    const reached = [...reachOf(source)].filter(([, people]) => people.length > 0)
    const shown = new Set(reached.flatMap(([id, people]) => [id, ...people]))
    const lines = source.all.filter((object) => {
      const ends = object.type === 'reach' ? endsOf(object) : undefined
      return ends?.every((id) => shown.has(id))
    })
    return {
      measure: source.tieMeasure,
      lit: new Set([...shown, ...lines.map(({ id }) => id)]),
      count: reached.length,
      of: ids(source, 'objective').length,
    }
  },
}

/** What the lens shows on this board. */
export const lensOf = (id: LensId, source: MapSource): LensLook => finders[id](source)

/** How strongly an object is painted under a lens, 0–1: links that step back leave more to see than boxes do. */
export function opacityUnderLens({ lit }: LensLook, object: Parameters<typeof layerOf>[0]): number {
  const layer = layerOf(object)
  if (lit.has(object.id) || layer === 0 || object.type === 'text') return 1
  return layer === 1 ? 0.14 : 0.3
}
