import type { BoardObject } from '../../shared/board/object.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { nameOf } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'
import { readingOrder } from './selection.ts'

/** Text as it is compared: without capitals and accents. */
export const plainly = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Everything that is written on an object, and what it is called. */
function wordsOn(object: BoardObject, context: DrawContext): string {
  const parts = [nameOf(object, context)]
  for (const [key, field] of Object.entries(definitionOf(object.type)?.fields ?? {})) {
    const value = object.fields[key]
    if (field.hidden) continue
    if ((field.kind === 'text' || field.kind === 'line') && typeof value === 'string') {
      parts.push(value)
    }
    if (field.kind === 'list' && Array.isArray(value)) parts.push(value.join(' '))
  }
  return parts.join('\n')
}

/** An object that was found: its spoken name, and the words around what was looked for, where its name doesn't hold them. */
export interface Found {
  id: string
  name: string
  excerpt: string
}

const AROUND = 36

function excerptOf(text: string, query: string): string {
  const at = plainly(text).indexOf(query)
  if (at < 0) return ''
  const from = Math.max(0, at - AROUND)
  const to = Math.min(text.length, at + query.length + AROUND)
  const cut = text.slice(from, to).replaceAll(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`
}

/** The objects on which all words of `query` stand, in reading order; none for an empty query. */
export function find(workspace: Workspace, query: string): Found[] {
  const { board } = workspace
  const wanted = plainly(query.trim())
  if (wanted === '') return []
  const parts = wanted.split(/\s+/)
  const holding = new Map<string, string>()
  for (const object of board.objects()) {
    const words = wordsOn(object, board)
    const compared = plainly(words)
    if (parts.every((part) => compared.includes(part))) holding.set(object.id, words)
  }
  if (holding.size === 0) return []
  return readingOrder(workspace).flatMap((id) => {
    const words = holding.get(id)
    const object = board.object(id)
    if (words === undefined || !object) return []
    const name = nameOf(object, board)
    const inName = parts.every((part) => plainly(name).includes(part))
    const rest = words.slice(words.indexOf('\n') + 1)
    return [{ id, name, excerpt: inName ? '' : excerptOf(rest, parts[0] ?? '') }]
  })
}
