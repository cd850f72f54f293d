import type { Result } from '../../shared/result.ts'
import { Graph, type GraphItem } from './graph-tables.ts'
import type { ImportIssue } from './issue.ts'
import { readXml, XmlRefusal, type XmlReader } from './read-xml.ts'
import type { Sources } from './table.ts'

interface Attribute {
  title: string
  preset: string
}

class GexfReader implements XmlReader {
  readonly graph = new Graph()
  readonly #attributes = { node: new Map<string, Attribute>(), edge: new Map<string, Attribute>() }
  readonly #items: { element: 'node' | 'edge'; item: GraphItem }[] = []
  #edgeDefault = 'undirected'
  #of: 'node' | 'edge' = 'node'
  /** the attribute whose default is being read */
  #attribute: Attribute | undefined
  #text = ''
  #started = false

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (!this.#started && name !== 'gexf') {
      throw new XmlRefusal({ line, field: name, detail: 'This is not GEXF.' })
    }
    this.#started = true
    this.#text = ''
    const top = this.#items.at(-1)
    if (name === 'graph') this.#edgeDefault = attributes['defaultedgetype'] ?? 'undirected'
    else if (name === 'attributes') this.#of = attributes['class'] === 'edge' ? 'edge' : 'node'
    else if (name === 'attribute') {
      const id = attributes['id'] ?? ''
      this.#attribute = { title: attributes['title'] ?? id, preset: '' }
      this.#attributes[this.#of].set(id, this.#attribute)
    } else if (name === 'node') {
      const item = this.graph.node(attributes['id'], line)
      this.graph.set(item, 'label', attributes['label'] ?? '')
      this.#items.push({ element: name, item })
    } else if (name === 'edge') {
      const { label = '', weight = '', type = this.#edgeDefault } = attributes
      const item = this.graph.edge(attributes, type, line)
      this.graph.set(item, 'Label', label)
      // What a program writes for an edge that nobody has weighed says nothing.
      if (Number(weight) !== 1) this.graph.set(item, 'Weight', weight)
      this.#items.push({ element: name, item })
    } else if (name === 'attvalue' && top) {
      const id = attributes['for'] ?? attributes['id'] ?? ''
      const title = this.#attributes[top.element].get(id)?.title ?? id
      this.graph.set(top.item, title, attributes['value'] ?? '')
    }
  }

  text(text: string): void {
    if (this.#attribute) this.#text += text
  }

  close(name: string): void {
    if (name === 'default' && this.#attribute) this.#attribute.preset = this.#text
    else if (name === 'attribute') this.#attribute = undefined
    else if (name === this.#items.at(-1)?.element) this.#finish()
    this.#text = ''
  }

  #finish(): void {
    const top = this.#items.pop()
    if (!top) return
    for (const { title, preset } of this.#attributes[top.element].values()) {
      if (preset !== '' && !top.item.values.has(title)) this.graph.set(top.item, title, preset)
    }
  }
}

/** Reads GEXF, as Gephi writes it: nodes are organisations, edges relationships; attributes give the columns. */
export function readGexf(bytes: Uint8Array): Result<Sources, readonly ImportIssue[]> {
  const reader = new GexfReader()
  const read = readXml(bytes, reader)
  return read.ok ? reader.graph.sources() : read
}
