import type * as Y from 'yjs'
import { boardKeys } from '../../../shared/board/layout.ts'
import type { Pictures } from '../../model/pictures.ts'
import { t, tn } from '../../words/t.ts'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'

const load = () => import('./save-copy.ts')

/** Fetches what saving a copy needs while the server is still there. */
export function prepareCopy(): void {
  load().catch(() => undefined)
}

/** Saves a document to a file, with the board's images, and says what went wrong; resolves to whether there is a file. */
export async function saveWithWords(
  doc: Y.Doc,
  title: string,
  pictures: Pictures | undefined,
): Promise<boolean> {
  try {
    const { saveCopy } = await load()
    const left = await saveCopy(doc, title, pictures)
    if (left > 0) {
      say({
        text: tn(
          left,
          'The copy is without one image, which can’t be fetched now.',
          'The copy is without {n} images, which can’t be fetched now.',
        ),
      })
    }
    return true
  } catch {
    say({ text: t('The copy can’t be made now. Try again when the server is back.') })
    return false
  }
}

/** Saves the board as this window has it to a file. */
export function useSaveCopy(): () => void {
  const { workspace, credentials } = useOpen()
  const { doc, board, pictures } = workspace
  return () => {
    void saveWithWords(doc, board.fact(boardKeys.title) || credentials.board.title, pictures)
  }
}
