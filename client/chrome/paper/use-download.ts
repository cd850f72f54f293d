import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExportProgress } from '../../../shared/protocol/export-stream.ts'
import { exportInSteps } from '../../session/export-steps.ts'
import type { OpenBoard } from '../../session/open.ts'
import { language, t } from '../../words/t.ts'
import { useOpen } from '../board/context.ts'
import { download } from '../board/save-copy.ts'
import { failureText, unforeseenText } from '../failures.ts'

/** What becomes of a file that was asked for. */
export type Download =
  | { step: 'idle' }
  | { step: 'making'; format: 'docx' | 'pdf'; seconds: number; progress: ExportProgress }
  | { step: 'done'; format: 'docx' | 'pdf' }
  | { step: 'failed'; detail: string }

/** Resolves once the server has everything that this window changed; at once when it can't be reached, so that the call itself fails and says so. */
export function settled({ live }: OpenBoard, signal: AbortSignal): Promise<void> {
  const isSettled = (): boolean => {
    const { unsaved, link } = live.getState()
    return unsaved === 0 || link !== 'open' || signal.aborted
  }
  return new Promise((resolve) => {
    if (isSettled()) {
      resolve()
      return
    }
    const check = (): void => {
      if (!isSettled()) return
      stop()
      signal.removeEventListener('abort', check)
      resolve()
    }
    const stop = live.subscribe(check)
    signal.addEventListener('abort', check)
  })
}

/** Takes the paper as a file, with how long it has taken so far, and a way to give up. */
export function useDownload(
  title: string,
  since: string,
): {
  state: Download
  take(format: 'docx' | 'pdf'): void
  cancel(): void
} {
  const open = useOpen()
  const [state, setState] = useState<Download>({ step: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const take = useCallback(
    (format: 'docx' | 'pdf') => {
      running.current?.abort()
      const controller = new AbortController()
      const { signal } = controller
      running.current = controller
      const { board, participant } = open.credentials
      setState({ step: 'making', format, seconds: 0, progress: { step: 'waiting' } })
      const timer = setInterval(
        () =>
          setState((was) => (was.step === 'making' ? { ...was, seconds: was.seconds + 1 } : was)),
        1000,
      )
      const make = async (): Promise<Download> => {
        await settled(open, signal)
        const answer = await exportInSteps(board.id, participant.token, format, {
          signal,
          query: { since, language: language() },
          onProgress: (progress) =>
            setState((was) => (was.step === 'making' ? { ...was, progress } : was)),
        })
        if (!answer.ok) return { step: 'failed', detail: failureText(answer.error) }
        download(answer.value, `${title} ${t('board paper')}`, format)
        return { step: 'done', format }
      }
      void make()
        .catch((error: unknown): Download => {
          if (signal.aborted) return { step: 'idle' }
          return { step: 'failed', detail: unforeseenText(error) }
        })
        .then((next) => {
          if (running.current === controller) setState(next)
        })
        .finally(() => clearInterval(timer))
    },
    [open, title, since],
  )
  return { state, take, cancel: () => running.current?.abort() }
}
