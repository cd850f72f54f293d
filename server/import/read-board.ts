import { boardToJson, jsonToBoard, type BoardJson } from '../../shared/board/json.ts'
import { viewOf } from '../../shared/board/view.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ImportIssue, ImportSummary } from './issue.ts'
import { readJson } from './read-json.ts'

/** A board file that is known to be readable as a whole. */
export interface BoardFile {
  json: BoardJson
  summary: ImportSummary
}

/** Reads a Rapport board file; fails with the line or the field that can't be read. */
export function readBoard(bytes: Uint8Array): Result<BoardFile, readonly ImportIssue[]> {
  const json = readJson(bytes)
  if (!json.ok) return json
  const board = jsonToBoard(json.value)
  if (!board.ok) return board
  const { objects } = viewOf(board.value)
  const count = (type: string): number => objects.filter((object) => object.type === type).length
  const summary = {
    organisations: count('organisation'),
    relationships: count('relationship'),
    readings: board.value.getMap('readings').size,
    objects: board.value.getMap('objects').size,
    notes: [],
  }
  // As it was understood, so that what a hand-made file leaves out is there.
  const understood = boardToJson(board.value)
  board.value.destroy()
  return ok({ json: understood, summary })
}
