import type * as Y from 'yjs'
import { boardToJson } from '../../../shared/board/json.ts'

/** A name that every file system takes. */
const fileName = (title: string, ending: string): string =>
  `${
    title
      .replace(/[^\p{L}\p{N} _-]+/gu, '')
      .trim()
      .slice(0, 80) || 'board'
  }.${ending}`

/** Hands a file to the browser to save. */
export function download(file: Blob, title: string, ending: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(title, ending)
  link.click()
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Saves the whole document as this window has it, unsaved changes included, as a Rapport file. */
export function saveCopy(doc: Y.Doc, title: string): void {
  const text = JSON.stringify(boardToJson(doc), null, 2)
  download(new Blob([text], { type: 'application/json' }), title, 'rapport.json')
}
