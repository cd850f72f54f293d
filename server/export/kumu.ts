import type { NetworkTables } from './network-tables.ts'

/** A Kumu blueprint: an element for each organisation, a directed connection for each side of a relationship. */
export function kumuOf({ nodes, edges }: NetworkTables): string {
  const blueprint = {
    elements: nodes.map(({ id, label, values }) => ({
      id,
      label,
      type: 'Organisation',
      ...Object.fromEntries(values),
    })),
    connections: edges.map(({ id, from, to, values }) => ({
      id,
      from,
      to,
      direction: 'directed',
      ...Object.fromEntries(values),
    })),
  }
  return `${JSON.stringify(blueprint, undefined, 1)}\n`
}
