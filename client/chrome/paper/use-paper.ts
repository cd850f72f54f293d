import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { boardKeys, rootsOf } from '../../../shared/board/layout.ts'
import { readMarking, type Marking } from '../../../shared/board/marking.ts'
import { plain } from '../../../shared/board/object.ts'
import { viewOf } from '../../../shared/board/view.ts'
import { contentOf } from '../../../shared/compare/content.ts'
import type { Since } from '../../../shared/paper/compose-change.ts'
import { composePaper } from '../../../shared/paper/compose-paper.ts'
import { draftsOf, type Written } from '../../../shared/paper/drafts.ts'
import type { Paper } from '../../../shared/paper/paper.ts'
import { readPaperSettings, type PaperSettings } from '../../../shared/paper/settings.ts'
import { toldIn } from '../../../shared/paper/told-view.ts'
import { spoken } from '../../words/t.ts'
import { USER } from '../../model/workspace.ts'
import { useBoard, useOpen, useWorkspace } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'
import { asRecord } from '../../../shared/record.ts'

/** How long the board rests before the paper is put together again, ms. */
const REST_MS = 300

/** The paper's settings on this board, and how to change some of them for everybody. */
export function usePaperSettings(): {
  settings: PaperSettings
  change(patch: Partial<PaperSettings>): void
} {
  const { doc } = useWorkspace()
  const stored = useBoard(() => rootsOf(doc).board.get(boardKeys.paper))
  const settings = useMemo(() => readPaperSettings(plain(stored)), [stored])
  const change = useCallback(
    (patch: Partial<PaperSettings>) => {
      const { board } = rootsOf(doc)
      const now: unknown = plain(board.get(boardKeys.paper))
      // What a later version of Rapport keeps beside our own stays.
      const others = asRecord(now)
      doc.transact(() => {
        board.set(boardKeys.paper, { ...others, ...readPaperSettings(now), ...patch })
      }, USER)
    },
    [doc],
  )
  return { settings, change }
}

/** The board's marking, and how to set it. */
export function useMarking(): { marking: Marking; mark(marking: Marking): void } {
  const { doc } = useWorkspace()
  const stored = useBoard(() => rootsOf(doc).board.get(boardKeys.marking))
  const marking = useMemo(() => readMarking(plain(stored)), [stored])
  const mark = useCallback(
    (next: Marking) =>
      doc.transact(() => rootsOf(doc).board.set(boardKeys.marking, readMarking(next)), USER),
    [doc],
  )
  return { marking, mark }
}

/** The paper as it is now, and the texts that it drafts by itself. */
export interface Composed {
  paper: Paper
  drafts: Written
}

/** The paper, put together again shortly after each change of the board and each question that ends; undefined until the first is there. `version` is what it is compared with. */
export function usePaper(version: Omit<Since, 'after'> | undefined): Composed | undefined {
  const { credentials, workspace } = useOpen()
  const { rounds } = useRun()
  const { doc, board } = workspace
  const [composed, setComposed] = useState<Composed>()
  const compose = useEffectEvent((): void => {
    const view = viewOf(doc)
    const settings = readPaperSettings(plain(rootsOf(doc).board.get(boardKeys.paper)))
    const generatedAt = new Date()
    const title = view.fact(boardKeys.title).trim() || credentials.board.title
    const today = generatedAt.toISOString().slice(0, 10)
    const words = spoken()
    const since = version && { ...version, after: contentOf(doc) }
    const options = { title, generatedAt, words, settings, rounds, ...(since && { since }) }
    setComposed({
      paper: composePaper(view, options),
      drafts: draftsOf(toldIn(view, words), { purpose: settings.purpose, today, since }),
    })
  })
  const ended = rounds.map(({ endedAt }) => endedAt).join(' ')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (after: number): void => {
      clearTimeout(timer)
      timer = setTimeout(compose, after)
    }
    soon(0)
    const stop = board.subscribe(() => soon(REST_MS))
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [doc, board, credentials, version, ended])
  return composed
}
