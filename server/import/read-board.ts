import { boardToJson, jsonToBoard, type BoardJson } from '../../shared/board/json.ts'
import { viewOf } from '../../shared/board/view.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ImportIssue, ImportSummary } from './issue.ts'
import { readText } from './read-text.ts'

/** A board file that is known to be readable as a whole. */
export interface BoardFile {
  json: BoardJson
  summary: ImportSummary
}

/** The line at a position of the text that V8 names in its message, if it does. */
function lineOf(message: string, text: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
}

/** Reads a Rapport board file; fails with the line or the field that can't be read. */
export function readBoard(bytes: Uint8Array): Result<BoardFile, readonly ImportIssue[]> {
  const text = readText(bytes)
  if (!text.ok) return fail([{ ...text.error[0], detail: 'This is not UTF-8 text.' }])
  let json: unknown
  try {
    json = JSON.parse(text.value)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const line = lineOf(error.message, text.value)
    return fail([{ ...(line !== undefined && { line }), detail: 'This is not valid JSON.' }])
  }
  const board = jsonToBoard(json)
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
