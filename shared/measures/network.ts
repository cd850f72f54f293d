import { DirectedGraph } from 'graphology'
import { betweenness } from 'graphology-metrics/centrality/index.js'
import { whoAnswered, type Figure } from './figure.ts'
import { organisationsOf, sidesOf, type MapSource } from './source.ts'

/** An organisation and how far others reach each other through it. */
export interface Broker {
  id: string
  /** part of all shortest ways between two others that lead through it, 0–1 */
  score: number
}

/** The shape of the network, in figures. */
export interface NetworkMeasures {
  density: Figure
  reciprocity: Figure
  centralisation: Figure
  /** the organisations that others name most often, the first first */
  named: readonly { id: string; count: number }[]
  brokers: readonly Broker[]
  /** ids of organisations with no tie drawn at all */
  isolated: readonly string[]
}

/** The network of who says something of whom: an edge for each side that gave a figure, none twice. */
function graphOf(source: MapSource): DirectedGraph {
  const graph = new DirectedGraph()
  for (const { id } of organisationsOf(source)) graph.addNode(id)
  for (const { by, about, value } of sidesOf(source)) {
    if (typeof value === 'number') graph.mergeEdge(by, about)
  }
  return graph
}

/** Density, reciprocity, centralisation, brokers and who stands alone. */
export function networkOf(source: MapSource): NetworkMeasures {
  const graph = graphOf(source)
  const sides = sidesOf(source)
  const who = whoAnswered(sides.map(({ by, value }) => ({ by, answered: value !== undefined })))
  const n = graph.order
  const ties = graph.size
  const possible = n * (n - 1)
  const returned = graph.filterEdges((_edge, _attributes, from, to) => graph.hasEdge(to, from))
  const degrees = graph.nodes().map((id) => ({ id, count: graph.inDegree(id) }))
  const top = Math.max(0, ...degrees.map(({ count }) => count))
  const spread = degrees.reduce((sum, { count }) => sum + top - count, 0)
  const scores = n > 2 ? betweenness(graph, { normalized: true }) : {}
  const tied = new Set(sides.flatMap(({ by, about }) => [by, about]))
  return {
    density: {
      value: possible > 0 ? ties / possible : undefined,
      unit: 'share',
      count: ties,
      of: possible,
      formula:
        'Density = ties ÷ all possible ties, which are n × (n − 1) for n organisations. A tie counts in one direction when that side gave a figure for it.',
      ...who,
    },
    reciprocity: {
      value: ties > 0 ? (returned.length / ties) * 100 : undefined,
      unit: 'percent',
      count: returned.length,
      of: ties,
      formula:
        'Reciprocity = ties that are returned ÷ all ties. A tie counts in one direction when that side gave a figure for it.',
      ...who,
    },
    centralisation: {
      value: n > 1 && ties > 0 ? (spread / (n - 1) ** 2) * 100 : undefined,
      unit: 'percent',
      count: top,
      of: Math.max(0, n - 1),
      formula:
        'How far the ties lead to one organisation alone: the sum of (highest − own number of incoming ties) ÷ (n − 1)². 0%: all are named alike; 100%: one is named by everybody, nobody else by anyone. A tie counts in one direction when that side gave a figure for it.',
      ...who,
    },
    named: degrees
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    brokers: Object.entries(scores)
      .map(([id, score]) => ({ id, score }))
      .filter(({ score }) => score > 1e-9)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    isolated: graph.nodes().filter((id) => !tied.has(id)),
  }
}
