import {
  flatValue,
  networkColumns,
  type NetworkTables,
  type NetworkValue,
} from './network-tables.ts'
import { xml, xmlDocument, xmlText } from './xml.ts'

/** A directed GraphML graph: a node for each organisation, an edge for each side of a relationship. */
export function graphmlOf({ nodes, edges }: NetworkTables): string {
  const keys = new Map<string, string>()
  const declared = (of: 'node' | 'edge', name: string, isNumber: boolean): string => {
    const id = `d${keys.size}`
    keys.set(`${of} ${name}`, id)
    const type = isNumber ? 'double' : 'string'
    return xml('key', { id, for: of, 'attr.name': name, 'attr.type': type })
  }
  const declarations = [
    declared('node', 'label', false),
    declared('node', 'x', true),
    declared('node', 'y', true),
    ...[...networkColumns(nodes)].map(([name, { isNumber }]) => declared('node', name, isNumber)),
    ...[...networkColumns(edges)].map(([name, { isNumber }]) => declared('edge', name, isNumber)),
  ]
  const data = (of: 'node' | 'edge', name: string, value: NetworkValue): string =>
    xml('data', { key: keys.get(`${of} ${name}`) ?? '' }, [xmlText(flatValue(value))])
  const graph = xml('graph', { id: 'board', edgedefault: 'directed' }, [
    ...nodes.map(({ id, label, at: [x, y], values }) =>
      xml('node', { id }, [
        data('node', 'label', label),
        data('node', 'x', x),
        data('node', 'y', y),
        ...[...values].map(([name, value]) => data('node', name, value)),
      ]),
    ),
    ...edges.map(({ id, from, to, values }) =>
      xml(
        'edge',
        { id, source: from, target: to },
        [...values].map(([name, value]) => data('edge', name, value)),
      ),
    ),
  ])
  return xmlDocument(
    xml(
      'graphml',
      {
        xmlns: 'http://graphml.graphdrawing.org/xmlns',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
      },
      [...declarations, graph],
    ),
  )
}
