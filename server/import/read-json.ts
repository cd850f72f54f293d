import { fail, ok, type Result } from '../../shared/result.ts'
import type { ImportIssue } from './issue.ts'
import { readText } from './read-text.ts'

/** The line at a position of the text that V8 names in its message, if it does. */
function lineOf(message: string, text: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
}

/** Reads JSON in UTF-8 (or marked UTF-16); fails with the line where it ends to be JSON. */
export function readJson(bytes: Uint8Array): Result<unknown, readonly ImportIssue[]> {
  const text = readText(bytes)
  if (!text.ok) return fail([{ ...text.error[0], detail: 'This is not UTF-8 text.' }])
  try {
    return ok(JSON.parse(text.value) as unknown)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const line = lineOf(error.message, text.value)
    return fail([{ ...(line !== undefined && { line }), detail: 'This is not valid JSON.' }])
  }
}
