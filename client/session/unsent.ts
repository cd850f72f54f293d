import * as v from 'valibot'
import { unsentKey } from './credentials.ts'
import { passing } from './storage.ts'

const TextsSchema = v.record(v.string(), v.string())

function textsOn(board: string): Record<string, string> {
  const parsed = v.safeParse(TextsSchema, passing.read(unsentKey(board)))
  return parsed.success ? parsed.output : {}
}

/** What was typed on `board` for `slot` and not sent yet; empty when nothing was. */
export const unsentText = (board: string, slot: string): string => textsOn(board)[slot] ?? ''

/** Keeps what is typed for `slot` for as long as the tab is open; an empty text is forgotten. */
export function keepUnsent(board: string, slot: string, text: string): void {
  const { [slot]: _before, ...others } = textsOn(board)
  const texts = text === '' ? others : { ...others, [slot]: text }
  if (Object.keys(texts).length === 0) passing.remove(unsentKey(board))
  else passing.write(unsentKey(board), texts)
}
