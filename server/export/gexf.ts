import {
  flatValue,
  networkColumns,
  type NetworkTables,
  type NetworkValue,
} from './network-tables.ts'
import { xml, xmlDocument, xmlText } from './xml.ts'

type Columns = ReadonlyMap<string, { isNumber: boolean }>

const attributesOf = (of: 'node' | 'edge', columns: Columns): string[] =>
  columns.size === 0
    ? []
    : [
        xml(
          'attributes',
          { class: of, mode: 'static' },
          [...columns].map(([title, { isNumber }], i) =>
            xml('attribute', { id: i, title, type: isNumber ? 'double' : 'string' }),
          ),
        ),
      ]

const valuesOf = (columns: Columns, values: ReadonlyMap<string, NetworkValue>): string[] => {
  const names = [...columns.keys()]
  const given = [...values].map(([name, value]) =>
    xml('attvalue', { for: names.indexOf(name), value: flatValue(value) }),
  )
  return given.length === 0 ? [] : [xml('attvalues', {}, given)]
}

/** A directed GEXF 1.3 graph as Gephi opens it, the organisations where they stand on the board. */
export function gexfOf({ nodes, edges }: NetworkTables, title: string, day: string): string {
  const [ofNodes, ofEdges] = [networkColumns(nodes), networkColumns(edges)]
  const graph = xml('graph', { mode: 'static', defaultedgetype: 'directed' }, [
    ...attributesOf('node', ofNodes),
    ...attributesOf('edge', ofEdges),
    xml(
      'nodes',
      {},
      nodes.map(({ id, label, at: [x, y], values }) =>
        xml('node', { id, label }, [
          ...valuesOf(ofNodes, values),
          // Upwards is more there, and downwards on a board.
          xml('viz:position', { x, y: -y, z: 0 }),
        ]),
      ),
    ),
    xml(
      'edges',
      {},
      edges.map(({ id, from, to, values }) =>
        xml('edge', { id, source: from, target: to }, valuesOf(ofEdges, values)),
      ),
    ),
  ])
  return xmlDocument(
    xml(
      'gexf',
      { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz', version: '1.3' },
      [
        xml('meta', { lastmodifieddate: day }, [
          xml('creator', {}, ['Rapport']),
          xml('description', {}, [xmlText(title)]),
        ]),
        graph,
      ],
    ),
  )
}
