import { boardKeys } from '../../../shared/board/layout.ts'
import { t } from '../../words/t.ts'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'

const load = () => import('./save-copy.ts')

/** Fetches what saving a copy needs while the server is still there. */
export function prepareCopy(): void {
  load().catch(() => undefined)
}

/** Saves the board as this window has it to a file. */
export function useSaveCopy(): () => void {
  const { workspace, credentials } = useOpen()
  const { doc, board } = workspace
  return () => {
    const title = board.fact(boardKeys.title) || credentials.board.title
    load().then(
      ({ saveCopy }) => saveCopy(doc, title),
      () => say({ text: t('The copy can’t be made now. Try again when the server is back.') }),
    )
  }
}
