import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import { boxOf, type Box, type Point } from '../geometry.ts'
import type { ArrangeBox, ArrangeLink, Places } from './box.ts'
import { clearTies } from './clear-ties.ts'
import { nearestFree } from './nearest-free.ts'

interface Body extends SimulationNodeDatum {
  box: ArrangeBox
}

const GAP = 48
const TICKS = 300
/** Screens are wider than high, so the pull towards the middle is stronger from above and below. */
const PULL = { x: 0.035, y: 0.1 }

const middleOf = ({ x = 0, y = 0 }: Body): Point => [x, y]

/** Boxes pushed apart, from the middle outward, until none overlaps: each goes to the free place nearest to where it was. */
function apart(bodies: readonly Body[]): Places {
  const fromMiddle = [...bodies].sort(
    (a, b) =>
      Math.hypot(...middleOf(a)) - Math.hypot(...middleOf(b)) || (a.box.id < b.box.id ? -1 : 1),
  )
  const placed: Box[] = []
  const places = new Map<string, Point>()
  for (const { box, x = 0, y = 0 } of fromMiddle) {
    const { size } = box
    const wanted: Point = [Math.round(x - size[0] / 2), Math.round(y - size[1] / 2)]
    const place = nearestFree(placed, size, wanted, GAP)
    placed.push(boxOf(place, size))
    places.set(box.id, place)
  }
  return places
}

/**
 * Boxes laid out as bodies that repel each other and are drawn together by their ties, more strongly by several ties
 * than by one; no two overlap. Around 0, 0; the same input gives the same places.
 */
export function force(boxes: readonly ArrangeBox[], links: readonly ArrangeLink[]): Places {
  // A fixed order and d3's own fixed random source make the result a function of the input alone.
  const bodies = boxes.map((box): Body => ({ box }))
  const index = new Map(boxes.map((box, i) => [box.id, i]))
  const ties = new Map<string, { source: number; target: number; count: number }>()
  for (const { from, to } of links) {
    const a = index.get(from)
    const b = index.get(to)
    if (a === undefined || b === undefined || a === b) continue
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    const tie = ties.get(key) ?? { source: a, target: b, count: 0 }
    ties.set(key, { ...tie, count: tie.count + 1 })
  }
  const degree = new Map<number, number>()
  for (const { source, target } of ties.values()) {
    degree.set(source, (degree.get(source) ?? 0) + 1)
    degree.set(target, (degree.get(target) ?? 0) + 1)
  }
  const reach = ({ size }: ArrangeBox): number => Math.hypot(size[0], size[1]) / 2
  const link = forceLink<Body, typeof ties extends Map<string, infer T> ? T : never>(
    [...ties.values()].map((tie) => ({ ...tie })),
  )
  // The strengths are read before d3 puts the bodies in the place of their indices.
  const strengths = [...ties.values()].map(({ source, target, count }) =>
    Math.min(
      1,
      (0.5 + 0.5 * Math.min(3, count)) / Math.min(degree.get(source)!, degree.get(target)!),
    ),
  )
  const simulation = forceSimulation(bodies)
    .force(
      'ties',
      link.distance(320).strength((_, i) => strengths[i]!),
    )
    .force('apart', forceManyBody<Body>().strength(-2200).distanceMax(1600))
    .force('boxes', forceCollide<Body>(({ box }) => reach(box) + GAP / 2).strength(0.8))
    .force('x', forceX<Body>(0).strength(PULL.x))
    .force('y', forceY<Body>(0).strength(PULL.y))
    .stop()
  simulation.tick(TICKS)
  return clearTies(boxes, links, apart(bodies))
}
