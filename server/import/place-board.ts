import type * as Y from 'yjs'
import type { BoardJson } from '../../shared/board/json.ts'
import {
  decodeInto,
  decodeRoot,
  decodeValue,
  type JsonRecord,
  type JsonValue,
} from '../../shared/board/json-values.ts'
import { isRecord } from '../../shared/record.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { viewOf } from '../../shared/board/view.ts'
import { boxOf, union, type Point } from '../../shared/geometry.ts'
import { limits } from '../../shared/limits.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { besideAll } from './beside-all.ts'
import type { ImportIssue, ImportSummary } from './issue.ts'
import type { BoardFile } from './read-board.ts'
import { renameIds } from './rename-ids.ts'

const isLink = (type: unknown): boolean =>
  typeof type === 'string' && definitionOf(type)?.place === 'link'

const point = (value: unknown): Point | undefined =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])
    ? [value[0] as number, value[1] as number]
    : undefined

/** How far the file's objects have to move so that they don't cover what is on the board. */
function shiftFor(doc: Y.Doc, json: BoardJson): Point {
  const here = viewOf(doc).objects.filter(({ type }) => !isLink(type))
  const boxes = Object.values(json.objects).flatMap((value) => {
    if (!isRecord(value) || isLink(value['type'])) return []
    const at = point(value['at'])
    return at ? [boxOf(at, point(value['size']) ?? [1, 1])] : []
  })
  const block = union(boxes)
  return block
    ? besideAll(
        here.map(({ at, size }) => boxOf(at, size)),
        block,
      )
    : [0, 0]
}

function moved(value: JsonValue, [dx, dy]: Point): JsonValue {
  const at = isRecord(value) ? point(value['at']) : undefined
  return at ? { ...(value as JsonRecord), at: [at[0] + dx, at[1] + dy] } : value
}

/** Puts a board file on a board in one transaction; what the board says of itself (its title, say) is left as it is. */
export function placeBoard(
  doc: Y.Doc,
  file: BoardFile,
  origin: unknown,
): Result<ImportSummary, readonly ImportIssue[]> {
  const roots = rootsOf(doc)
  const before = viewOf(doc).objects.filter(({ type }) => type === 'organisation').length
  const added = file.summary.organisations
  if (before + added > limits.organisations) {
    return fail([
      filled(
        'The board has {before} organisations and the file adds {n}; a board holds {most} at most.',
        {
          before,
          n: added,
          most: limits.organisations,
        },
      ),
    ])
  }
  const json = renameIds(file.json, {
    objects: (id) => roots.objects.has(id),
    readings: (id) => roots.readings.has(id),
    comments: (id) => roots.comments.has(id),
  })
  const shift = shiftFor(doc, json)
  const others = Object.entries(json.others ?? {})
  const left = others.filter(([name]) => doc.share.has(name)).map(([name]) => name)
  // All of it has been decoded once when the file was read, so nothing in here can fail half-way.
  doc.transact(() => {
    for (const [key, value] of Object.entries(json.board)) {
      if (!roots.board.has(key)) roots.board.set(key, decodeValue(value, `board.${key}`))
    }
    const objects = roots.objects as Y.Map<unknown>
    for (const [id, value] of Object.entries(json.objects)) {
      const entry =
        isRecord(value) && '$value' in value ? value['$value'] : { $map: moved(value, shift) }
      objects.set(id, decodeValue(entry, `objects.${id}`))
    }
    decodeInto(roots.readings, json.readings, 'readings')
    decodeInto(roots.comments, json.comments, 'comments')
    for (const [name, value] of others) {
      if (!left.includes(name)) decodeRoot(doc, name, value, `others.${name}`)
    }
  }, origin)
  return ok({
    ...file.summary,
    notes: [
      ...file.summary.notes,
      ...left.map((name) => ({
        field: `others.${name}`,
        detail: 'The board has this already; it is left out.',
      })),
    ],
  })
}
