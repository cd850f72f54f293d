import type { Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { Graph, type GraphItem } from './graph-tables.ts'
import type { ImportIssue } from './issue.ts'
import { readXml, XmlRefusal, type XmlReader } from './read-xml.ts'
import type { Sources } from './table.ts'

interface Key {
  name: string
  /** `node`, `edge`, `graph` or `all` */
  of: string
  preset: string
}

const LEFT_OUT = new Set(['hyperedge', 'port'])

class GraphmlReader implements XmlReader {
  readonly graph = new Graph()
  readonly #keys = new Map<string, Key>()
  readonly #items: { element: string; item: GraphItem }[] = []
  #edgeDefault = 'directed'
  /** the key whose default or value is being read */
  #reading: { key: Key; isDefault: boolean } | undefined
  #text = ''
  /** the drawing program yEd keeps a node’s name in the drawing of it */
  #inLabel = false
  #started = false

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (!this.#started && name !== 'graphml') {
      throw new XmlRefusal({ line, field: name, detail: 'This is not GraphML.' })
    }
    this.#started = true
    if (name === 'key') {
      const key = {
        name: attributes['attr.name'] ?? attributes['id'] ?? '',
        of: attributes['for'] ?? 'all',
        preset: '',
      }
      this.#keys.set(attributes['id'] ?? '', key)
      this.#reading = { key, isDefault: true }
    } else if (name === 'graph') this.#edgeDefault = attributes['edgedefault'] ?? 'directed'
    else if (name === 'node') this.#begin(name, this.graph.node(attributes['id'], line))
    else if (name === 'edge') {
      const { directed } = attributes
      const said =
        directed === undefined ? this.#edgeDefault : directed === 'true' ? '' : 'undirected'
      this.#begin(name, this.graph.edge(attributes, said, line))
    } else if (name === 'data') {
      const key = this.#keys.get(attributes['key'] ?? '')
      this.#reading = key && { key, isDefault: false }
    } else if (LEFT_OUT.has(name)) {
      const why = filled('{kind}: this has no place on the map.', { kind: name })
      this.graph.notes.add({ line, field: name, ...why })
    } else if (name === 'NodeLabel') this.#inLabel = true
    if (name !== 'key') this.#text = ''
  }

  text(text: string): void {
    if (this.#reading || this.#inLabel) this.#text += text
  }

  close(name: string): void {
    const top = this.#items.at(-1)
    if (name === 'NodeLabel') {
      if (top) this.graph.set(top.item, 'label', this.#text)
      this.#inLabel = false
    } else if (name === 'default' && this.#reading?.isDefault) {
      this.#reading.key.preset = this.#text
    } else if (name === 'data' || name === 'key') {
      if (name === 'data' && top && this.#reading?.isDefault === false) {
        this.graph.set(top.item, this.#reading.key.name, this.#text)
      }
      this.#reading = undefined
    } else if (top?.element === name) {
      this.#items.pop()
      for (const { name: attribute, of, preset } of this.#keys.values()) {
        const isMeant = of === name || of === 'all'
        if (isMeant && preset !== '' && !top.item.values.has(attribute)) {
          this.graph.set(top.item, attribute, preset)
        }
      }
    }
    this.#text = ''
  }

  #begin(element: string, item: GraphItem): void {
    this.#items.push({ element, item })
  }
}

/** Reads GraphML: nodes are organisations, edges relationships; keys give the columns. */
export function readGraphml(bytes: Uint8Array): Result<Sources, readonly ImportIssue[]> {
  const reader = new GraphmlReader()
  const read = readXml(bytes, reader)
  return read.ok ? reader.graph.sources() : read
}
