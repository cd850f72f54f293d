import { limits } from '../../../shared/limits.ts'
import { t } from '../../words/t.ts'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'
import { EditLine } from './edit-line.tsx'
import styles from './top-bar.module.css'

/** Whether the server has the new title now; says why where it doesn't. */
async function rename(board: string, token: string, title: string): Promise<boolean> {
  try {
    const [{ changeBoard }, { failureText }] = await Promise.all([
      import('../../session/api.ts'),
      import('../failures.ts'),
    ])
    const answer = await changeBoard(board, token, { title })
    if (!answer.ok) say({ text: failureText(answer.error) })
    return answer.ok
  } catch {
    say({ text: t('The title can’t be changed now. Try again when the server is back.') })
    return false
  }
}

/** The board's title; a facilitator can change it, through the server, which also knows the board by it. */
export function Title({ title }: { title: string }) {
  const { credentials } = useOpen()
  const { board, participant } = credentials
  return (
    <h1 style={{ display: 'contents' }}>
      {participant.role === 'facilitator' ? (
        <EditLine
          label={t('Title')}
          value={title}
          shown={title}
          maxLength={limits.title}
          required
          className={styles.title}
          onKeep={(text) => rename(board.id, participant.token, text)}
        />
      ) : (
        <span className={styles.title}>{title}</span>
      )}
    </h1>
  )
}
