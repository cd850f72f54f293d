import { limits } from '../../shared/limits.ts'
import { MOST_COLUMNS } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { Issues, type ImportIssue } from './issue.ts'
import { MOST_ROWS, tableOf, type Sources } from './table.ts'
import { XmlRefusal } from './read-xml.ts'

/** A node or an edge of a graph file, its values by attribute name. */
export interface GraphItem {
  line: number
  values: Map<string, string>
}

interface Edge extends GraphItem {
  source: string
  target: string
}

const NAMES = ['label', 'name', 'title']
const OWN = new Set(['From', 'To', 'Direction'])

/** Collects the nodes and edges of a graph file, and refuses what no board can hold as soon as it is seen. */
export class Graph {
  readonly #nodes = new Map<string, GraphItem & { label: string }>()
  readonly #edges: Edge[] = []
  readonly errors = new Issues()
  readonly notes = new Issues()

  node(id: string | undefined, line: number): GraphItem {
    const item = { line, label: '', values: new Map<string, string>() }
    if (id === undefined) this.errors.add({ line, field: 'id', detail: 'The node has no id.' })
    else if (this.#nodes.has(id)) {
      const why = filled('The node “{id}” stands twice.', { id: id.slice(0, 40) })
      this.errors.add({ line, field: 'id', ...why })
    } else this.#nodes.set(id, item)
    if (this.#nodes.size > limits.organisations) {
      const why = filled(
        'The file has more than {n} nodes; a board holds {n} organisations at most.',
        {
          n: limits.organisations,
        },
      )
      throw new XmlRefusal({ line, ...why })
    }
    return item
  }

  edge(
    { source, target }: Readonly<Record<string, string>>,
    direction: string | undefined,
    line: number,
  ): GraphItem {
    const edge = { line, source: source ?? '', target: target ?? '', values: new Map() }
    if (direction === 'undirected' || direction === 'mutual')
      edge.values.set('Direction', direction)
    this.#edges.push(edge)
    if (this.#edges.length > MOST_ROWS) {
      throw new XmlRefusal({
        line,
        ...filled('The file has more than {n} edges.', { n: MOST_ROWS }),
      })
    }
    return edge
  }

  /** Sets an attribute of a node or edge; one that would hide an end stands under another name. */
  set({ values, line }: GraphItem, attribute: string, value: string): void {
    const text = value.trim()
    if (text === '') return
    if (values.size > MOST_COLUMNS) {
      throw new XmlRefusal({
        line,
        ...filled('There are more than {n} attributes.', { n: MOST_COLUMNS }),
      })
    }
    values.set(OWN.has(attribute) ? `${attribute} (2)` : attribute, text)
  }

  /** The node's name: its label, name or title, else its id. */
  #label(id: string, { values }: GraphItem): string {
    const found = NAMES.map((name) =>
      [...values].find(([attribute]) => attribute.toLowerCase() === name),
    ).find((entry) => entry !== undefined)
    if (found) values.delete(found[0])
    return found?.[1] ?? id
  }

  sources(): Result<Sources, readonly ImportIssue[]> {
    for (const [id, node] of this.#nodes) {
      node.label = this.#label(id, node)
      const rest = [...node.values]
      node.values.clear()
      for (const [key, value] of [['Label', node.label] as const, ...rest])
        node.values.set(key, value)
    }
    const edges = this.#edges.map(({ source, target, values, line }) => {
      const end = (id: string, field: string): string => {
        const node = this.#nodes.get(id)
        if (!node) {
          const why = filled('There is no node “{id}”.', { id: id.slice(0, 40) })
          this.errors.add({ line, field, ...why })
        }
        return node?.label ?? ''
      }
      const ends = [
        ['From', end(source, 'source')],
        ['To', end(target, 'target')],
      ] as const
      return { line, values: new Map([...ends, ...values]) }
    })
    if (this.errors.some) return fail(this.errors.list())
    const nodes = [...this.#nodes.values()].map(({ line, values }) => ({ line, values }))
    const named = tableOf(['Label'], nodes)
    if (!named.ok) return named
    const joined = tableOf(['From', 'To'], edges)
    if (!joined.ok) return joined
    return ok({
      tables: [
        { name: 'nodes', kind: 'organisations', table: named.value },
        { name: 'edges', kind: 'relationships', table: joined.value },
      ],
      notes: this.notes.list(),
    })
  }
}
