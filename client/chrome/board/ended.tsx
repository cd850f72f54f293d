import { useState } from 'react'
import { boardKeys } from '../../../shared/board/layout.ts'
import { keepCredentials } from '../../session/credentials.ts'
import type { StaleCopy } from '../../session/offline.ts'
import { checkBoard } from '../../session/api.ts'
import type { Status } from '../../session/status.ts'
import { t, tn } from '../../words/t.ts'
import { go, startPath } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './status-button.module.css'
import { useLive, useOpen, useStatus, useWorkspace } from './context.ts'
import { saveWithWords, useSaveCopy } from './use-save-copy.ts'

interface Words {
  title: string
  happened: string
}

function wordsOf(status: Status): Words | undefined {
  if (status.kind === 'board-closed') {
    return {
      title: t('This board is closed'),
      happened: t('It was deleted, with everything about it on the server.'),
    }
  }
  if (status.kind !== 'removed') return undefined
  switch (status.because) {
    case 'restored':
      return {
        title: t('The board was restored'),
        happened: t('It was put back from a backup, so this window shows what is outdated.'),
      }
    case 'replaced':
      return {
        title: t('You are on this board elsewhere'),
        happened: t('Another window took this place.'),
      }
    case 'out-of-step':
      return {
        title: t('This window is out of step'),
        happened: t(
          'Your last changes build on someone else’s that the server has lost, and that person has not come back.',
        ),
      }
    case 'protocol':
      return {
        title: t('This window lost its place'),
        happened: t(
          'The server could not make sense of what this window sent, and closed the connection.',
        ),
      }
    default:
      return {
        title: t('You are no longer on this board'),
        happened: t('A facilitator removed you, or the link that you came by was withdrawn.'),
      }
  }
}

/** What happened when a board ends here, what is safe, and what to do; and copies from before a restore. */
export function Ended() {
  const open = useOpen()
  const status = useStatus()
  const saveCopy = useSaveCopy()
  const [looking, setLooking] = useState(false)
  const stale = useLive((live) => live.stale)
  const words = wordsOf(status)
  const first = stale[0]
  if (!words) return first ? <Stale copy={first} /> : null
  if (looking) return null
  const { board, participant } = open.credentials
  const n = 'n' in status ? status.n : 0
  const again =
    status.kind === 'removed' && status.because !== 'removed' && status.because !== 'not-authorised'

  const comeBack = async (): Promise<void> => {
    const answer = await checkBoard(board.id, participant.token)
    // The new epoch comes with the facts; the old copy is offered when it is opened.
    // What can't be brought into step would be so again.
    if (status.kind === 'removed' && status.because === 'out-of-step') await open.startAfresh()
    if (answer.ok) keepCredentials({ participant, board: { ...board, epoch: answer.value.epoch } })
    location.reload()
  }

  return (
    <Dialog title={words.title} onClose={() => setLooking(true)}>
      <p>{words.happened}</p>
      <p className={styles.long}>
        {n === 0
          ? t('Everything that you did was saved before that.')
          : tn(
              n,
              '1 change of yours did not get through. Save a copy to keep it.',
              '{n} changes of yours did not get through. Save a copy to keep them.',
            )}
      </p>
      <div className={styles.actions}>
        {again && (
          <Button look="primary" onClick={() => void comeBack()}>
            {t('Open the board again')}
          </Button>
        )}
        <Button look={!again && n > 0 ? 'primary' : 'plain'} onClick={saveCopy}>
          {t('Save a copy')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            if (!again) open.forget()
            go(startPath())
          }}
        >
          {t('Go to the start page')}
        </Button>
      </div>
    </Dialog>
  )
}

function Stale({ copy }: { copy: StaleCopy }) {
  const { live } = useOpen()
  const { board, pictures } = useWorkspace()
  const done = (): void => {
    void copy.drop()
    live.setState(({ stale }) => ({ stale: stale.filter((other) => other !== copy) }))
  }
  return (
    <Dialog
      title={t('Changes from before the board was restored')}
      onClose={() => live.setState({ stale: [] })}
    >
      <p>
        {tn(
          copy.unsaved,
          'This browser still holds 1 change that never reached the server. It belongs to the board as it was before, so it can’t be merged.',
          'This browser still holds {n} changes that never reached the server. They belong to the board as it was before, so they can’t be merged.',
        )}
      </p>
      <p className={styles.long}>
        {t('Save them as a file to look at them or import them elsewhere.')}
      </p>
      <div className={styles.actions}>
        <Button
          look="primary"
          onClick={() => {
            const title = board.fact(boardKeys.title)
            void saveWithWords(copy.doc, title, pictures).then((isSaved) => isSaved && done())
          }}
        >
          {t('Save as a file')}
        </Button>
        <Button look="danger" onClick={done}>
          {t('Throw them away')}
        </Button>
      </div>
    </Dialog>
  )
}
