import { fromBase64, toBase64 } from 'lib0/buffer'
import * as v from 'valibot'
import { MAX_COORDINATE, union, type Box } from '../../shared/geometry.ts'
import { limits } from '../../shared/limits.ts'
import { note } from '../../shared/objects/note.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { BoardModel } from '../model/board.ts'
import { titleOf } from '../model/kinds.ts'
import type { Copied } from '../tools/copies.ts'

/** The clipboard type of objects between windows of one browser. */
export const CLIP_TYPE = 'web application/x-rapport+json'

/** The most that is taken from a clipboard at once. */
export const clipLimits = {
  objects: 5_000,
  notes: 500,
  characters: 200_000,
  bytes: 4_000_000,
} as const

const coordinate = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-MAX_COORDINATE),
  v.maxValue(MAX_COORDINATE),
)

const ClipSchema = v.object({
  rapport: v.literal(1),
  board: v.optional(v.pipe(v.string(), v.maxLength(64))),
  objects: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.maxLength(64)),
        type: v.pipe(v.string(), v.maxLength(64)),
        at: v.tuple([coordinate, coordinate]),
        size: v.tuple([coordinate, coordinate]),
        frame: v.optional(v.string()),
        fields: v.record(v.string(), v.unknown()),
      }),
    ),
    v.maxLength(clipLimits.objects),
  ),
})

/** Objects on the clipboard, and the id of the board whose images they show, if any. */
export interface Clip {
  objects: readonly Copied[]
  board?: string
}

/** Objects as text for the clipboard. */
export const encodeClip = (clip: Clip): string => JSON.stringify({ rapport: 1, ...clip })

/** What `encodeClip` wrote; undefined for anything else. */
export function decodeClip(text: string): Clip | undefined {
  if (text.length > clipLimits.bytes) return undefined
  try {
    const parsed = v.safeParse(ClipSchema, JSON.parse(text))
    return parsed.success ? (parsed.output as Clip) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const MARK = 'data-rapport'

/** A clip as HTML that keeps it where other types are lost: between browsers, and through a clipboard manager. */
export const clipAsHtml = (clip: string, text: string): string => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<meta charset="utf-8"><span ${MARK}="${toBase64(new TextEncoder().encode(clip))}"></span><pre>${escaped}</pre>`
}

/** The clip inside HTML that `clipAsHtml` made; undefined when there is none. */
export function clipInHtml(html: string): string | undefined {
  const coded = new RegExp(`${MARK}="([A-Za-z0-9+/=]+)"`).exec(html)?.[1]
  if (coded === undefined || coded.length % 4 !== 0) return undefined
  return new TextDecoder().decode(fromBase64(coded))
}

/** What copied objects say, for other programs: a line each. */
export const wordsOf = (objects: readonly Copied[], board: BoardModel): string =>
  objects
    .flatMap(({ id }) => {
      const object = board.object(id)
      const title = object ? titleOf(object, board) : ''
      return title ? [title.replaceAll(/\s*[\r\n]+\s*/g, ' ')] : []
    })
    .join('\n')

/** The cells of text that a spreadsheet put on the clipboard: rows of lines, cells between tabs, quotes around cells with line ends. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  // A quoted cell, or all up to the next tab or line end; then what ended it.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  const isTable = text.includes('\t')
  if (!isTable) return text.split(/\r\n|\r|\n/).map((line) => [line])
  while (cell.lastIndex < text.length) {
    const [whole, quoted, plain = '', end] = cell.exec(text) ?? ['']
    if (whole === '') break
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== '\t') rows.push([])
  }
  return rows
}

// A list copied from a document brings its bullets along.
const BULLET = /^\s*(?:[•◦▪‣·–—*-]|\d{1,3}[.)])\s+/

/** Why pasted text can't become notes: it has too many letters or lines, or one line has more than a note can hold. */
export type PasteFault = 'too-much' | 'too-many' | 'too-long'

/** The notes that pasted text stands for: one a line, the cells of a row on lines of their own; or why it is too much. */
export function notesFrom(text: string): Result<string[], PasteFault> {
  if (text.length > clipLimits.characters) return fail('too-much')
  const notes = rowsOf(text)
    .map((cells) =>
      cells
        .map((cell) => cell.replace(BULLET, '').trim())
        .filter((cell) => cell !== '')
        .join('\n'),
    )
    .filter((words) => words !== '')
  if (notes.length > clipLimits.notes) return fail('too-many')
  return notes.some((words) => words.length > limits.text) ? fail('too-long') : ok(notes)
}

const GAP = 24

/** Where notes with these texts go, each as tall as its text needs: in rows of a grid about as wide as tall, around the origin. */
export function gridOf(texts: readonly string[]): Box[] {
  const { size, heightFor } = note
  const [width, usual] = size
  const columns = Math.max(1, Math.ceil(Math.sqrt(texts.length * 1.4)))
  const boxes: Box[] = []
  let y = 0
  for (let from = 0; from < texts.length; from += columns) {
    const heights = texts.slice(from, from + columns).map((text) => {
      const fresh = {
        id: '',
        type: note.type,
        at: [0, 0],
        size,
        frame: undefined,
        order: '',
        fields: { text },
      } as const
      return Math.max(usual, heightFor?.(fresh) ?? 0)
    })
    for (const [i, height] of heights.entries()) {
      boxes.push({ x: i * (width + GAP), y, width, height })
    }
    y += Math.max(...heights) + GAP
  }
  const around = union(boxes)
  if (!around) return []
  return boxes.map((box) => ({
    ...box,
    x: Math.round(box.x - around.width / 2),
    y: Math.round(box.y - around.height / 2),
  }))
}
