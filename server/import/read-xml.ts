import { SaxesParser } from 'saxes'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Told } from '../../shared/protocol/told.ts'
import { filled } from '../../shared/words/told.ts'
import type { ImportIssue } from './issue.ts'
import { decoded, markedEncoding } from './read-text.ts'

/** What is told of a document, from its start to its end; names are without their prefix. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void
  text(text: string): void
  close(name: string): void
}

/** Thrown by a reader: what is wrong, and the rest of the document isn't looked at. */
export class XmlRefusal extends Error {
  readonly issue: ImportIssue

  constructor(issue: ImportIssue) {
    super(issue.detail)
    this.issue = issue
  }
}

/** Characters at a time, so that a refusal comes before the rest is read. */
const PIECE = 65_536
const DEEPEST = 100
const MOST_ATTRIBUTES = 100

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The text of a document, by its byte order mark, else by what it says of itself, else UTF-8. */
function textOf(bytes: Uint8Array): Result<string, readonly ImportIssue[]> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const said = /^[^<]{0,3}<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  const encoding = markedEncoding(bytes) ?? said ?? 'utf-8'
  const place = { line: 1, field: 'encoding' }
  try {
    const text = decoded(bytes, encoding)
    return text === undefined
      ? fail([{ ...place, ...filled('This is not text in {encoding}.', { encoding }) }])
      : ok(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return fail([{ ...place, ...filled('“{encoding}” is not an encoding.', { encoding }) }])
  }
}

/** Reads an XML document to `reader`. Entities of its own are refused, and so is a document type: neither has a place in a map. */
export function readXml(
  bytes: Uint8Array,
  reader: XmlReader,
): Result<void, readonly ImportIssue[]> {
  const text = textOf(bytes)
  if (!text.ok) return text
  const parser = new SaxesParser()
  let depth = 0
  const refuse = (why: string | Told): never => {
    const sentence = typeof why === 'string' ? { detail: why } : why
    throw new XmlRefusal({ line: parser.line, ...sentence })
  }
  parser.on('doctype', () => refuse('A document type (DTD) with its entities isn’t taken.'))
  parser.on('error', ({ message }) => {
    const [, what = message] = /^\d+:\d+: (.*)$/s.exec(message) ?? []
    refuse(
      what.startsWith('undefined entity')
        ? 'The file uses an entity of its own.'
        : filled('This is not valid XML: {what}', { what: what.slice(0, 120) }),
    )
  })
  let attributes = 0
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MOST_ATTRIBUTES) {
      refuse(filled('An element has more than {n} attributes.', { n: MOST_ATTRIBUTES }))
    }
  })
  parser.on('opentag', ({ name, attributes: given }) => {
    depth += 1
    if (depth > DEEPEST) refuse(filled('Elements are nested more than {n} deep.', { n: DEEPEST }))
    const own = Object.entries(given).map(([key, value]) => [local(key), value] as const)
    reader.open(local(name), Object.fromEntries(own), parser.line)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    reader.close(local(name))
  })
  parser.on('text', (piece) => reader.text(piece))
  parser.on('cdata', (piece) => reader.text(piece))
  try {
    for (let at = 0; at < text.value.length; at += PIECE) {
      parser.write(text.value.slice(at, at + PIECE))
    }
    parser.close()
    return ok(undefined)
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error
    return fail([error.issue])
  }
}
