import * as Y from 'yjs'
import { boardKeys, rootsOf, SCHEMA_VERSION } from '../board/layout.ts'
import type { NewOrganisation } from '../protocol/http.ts'
import { fail, ok, type Result } from '../result.ts'
import { templates } from './list.ts'

/** What a board is made from. `template` is an id of `templates`; absent means blank. */
export interface BoardPlan {
  title: string
  template?: string | undefined
  organisations?: readonly NewOrganisation[]
}

/**
 * A whole new document as one Yjs update: the board's facts, the template's furniture and the organisations, placed.
 * Fails with a sentence for people when there is no such template.
 */
export function buildBoard({ title, template = 'blank' }: BoardPlan): Result<Uint8Array, string> {
  if (!templates.some((t) => t.id === template)) return fail(`There is no template “${template}”.`)
  const doc = new Y.Doc()
  doc.transact(() => {
    const { board } = rootsOf(doc)
    board.set(boardKeys.title, title)
    board.set(boardKeys.schema, SCHEMA_VERSION)
    board.set(boardKeys.template, template)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return ok(update)
}
