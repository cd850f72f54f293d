import { useEffect } from 'react'
import type { Notice } from '../../../shared/protocol/session.ts'
import { t } from '../../words/t.ts'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'

// `removed` and `board-closed` end the board and have a page of their own.
const texts: Partial<Record<Notice, () => string>> = {
  'read-only': () =>
    t('The board is read-only. What you just did will be taken when it may be changed again.'),
  paused: () => t('Editing is paused. What you just did will be taken when it goes on.'),
  locked: () => t('That is locked, so it was put back. A facilitator can unlock it.'),
  refused: () => t('The server did not take that change. The board is being brought into step.'),
  'rate-limited': () =>
    t('That was a lot at once. Changes go out a little more slowly for a moment.'),
  'storage-full': () =>
    t('The server can’t store anything at the moment, so that change stays here for now.'),
  'too-large': () => t('That change is too large for the board. Try it in smaller pieces.'),
}

/** Shows the server's notices as they come. */
export function useNotices(): void {
  const open = useOpen()
  useEffect(
    () =>
      open.onNotice((notice, detail) => {
        const text = texts[notice]
        if (text) say({ text: detail ? `${text()} ${detail}` : text() })
      }),
    [open],
  )
}
