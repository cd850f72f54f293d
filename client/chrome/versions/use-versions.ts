import { useCallback, useEffect, useMemo, useState } from 'react'
import { rootsOf } from '../../../shared/board/layout.ts'
import type { VersionFacts } from '../../../shared/protocol/versions.ts'
import { listVersions, type Place } from '../../session/versions-api.ts'
import { useOpen, useWorkspace } from '../board/context.ts'
import { failureText } from '../failures.ts'

/** Which board is open, and by whose token. */
export function usePlace(): Place {
  const { credentials } = useOpen()
  const { board, participant } = credentials
  return useMemo(
    () => ({ board: board.id, token: participant.token }),
    [board.id, participant.token],
  )
}

/** The board's versions as the server last told them. */
export interface Listed {
  /** undefined until the first answer */
  versions: readonly VersionFacts[] | undefined
  failure: string | undefined
  refresh(): void
}

/** Lists the versions, and again when the window is looked at, when the board was brought back, and when asked to. */
export function useVersions(): Listed {
  const place = usePlace()
  const { doc } = useWorkspace()
  const [asked, setAsked] = useState(0)
  const [state, setState] = useState<Omit<Listed, 'refresh'>>({
    versions: undefined,
    failure: undefined,
  })
  const refresh = useCallback(() => setAsked((count) => count + 1), [])
  useEffect(() => {
    const { board } = rootsOf(doc)
    board.observe(refresh)
    addEventListener('focus', refresh)
    return () => {
      board.unobserve(refresh)
      removeEventListener('focus', refresh)
    }
  }, [doc, refresh])
  useEffect(() => {
    let left = false
    void listVersions(place).then((answer) => {
      if (left) return
      setState((known) =>
        answer.ok
          ? { versions: answer.value.versions, failure: undefined }
          : { ...known, failure: failureText(answer.error) },
      )
    })
    return () => {
      left = true
    }
  }, [place, asked])
  return { ...state, refresh }
}
