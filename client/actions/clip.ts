import * as v from 'valibot'
import { MAX_COORDINATE, union, type Box } from '../../shared/geometry.ts'
import { limits } from '../../shared/limits.ts'
import { definitionOf } from '../../shared/objects/index.ts'
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

const toBase64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (let i = 0; i < bytes.length; i += 8192) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
  }
  return btoa(binary)
}

/** A clip as HTML that keeps it where other types are lost: between browsers, and through a clipboard manager. */
export const clipAsHtml = (clip: string, text: string): string => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<meta charset="utf-8"><span ${MARK}="${toBase64(clip)}"></span><pre>${escaped}</pre>`
}

/** The clip inside HTML that `clipAsHtml` made; undefined when there is none. */
export function clipInHtml(html: string): string | undefined {
  const coded = new RegExp(`${MARK}="([A-Za-z0-9+/=]+)"`).exec(html)?.[1]
  if (coded === undefined || coded.length % 4 !== 0) return undefined
  const bytes = Uint8Array.from(atob(coded), (c) => c.charCodeAt(0))
  return new TextDecoder().decode(bytes)
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

/** The notes that pasted text stands for: one a line, the cells of a row on lines of their own; or why it is too much. */
export function notesFrom(text: string): Result<string[], string> {
  if (text.length > clipLimits.characters) return fail('too-much')
  const notes = rowsOf(text)
    .map((cells) =>
      cells
        .map((cell) => cell.replace(BULLET, '').trim())
        .filter((cell) => cell !== '')
        .join('\n'),
    )
    .filter((note) => note !== '')
  if (notes.length > clipLimits.notes) return fail('too-many')
  return notes.some((note) => note.length > limits.text) ? fail('too-long') : ok(notes)
}

const GAP = 24

/** Where `count` notes of one size go: in rows of a grid about as wide as tall, around the origin. */
export function gridOf(count: number): Box[] {
  const [width, height] = definitionOf('note')?.size ?? [176, 176]
  const columns = Math.max(1, Math.ceil(Math.sqrt(count * 1.4)))
  const boxes = Array.from({ length: count }, (_, i) => ({
    x: (i % columns) * (width + GAP),
    y: Math.floor(i / columns) * (height + GAP),
    width,
    height,
  }))
  const around = union(boxes)
  if (!around) return []
  return boxes.map((box) => ({
    ...box,
    x: Math.round(box.x - around.width / 2),
    y: Math.round(box.y - around.height / 2),
  }))
}
