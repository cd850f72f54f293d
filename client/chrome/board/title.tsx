import { limits } from '../../../shared/limits.ts'
import { changeBoard } from '../../session/api.ts'
import { t } from '../../words/t.ts'
import { failureText } from '../failures.ts'
import { say } from '../ui/toasts.tsx'
import { useOpen } from './context.ts'
import { EditLine } from './edit-line.tsx'
import styles from './top-bar.module.css'

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
          onKeep={(text) => {
            void changeBoard(board.id, participant.token, { title: text }).then((answer) => {
              if (!answer.ok) say({ text: failureText(answer.error) })
            })
          }}
        />
      ) : (
        <span className={styles.title}>{title}</span>
      )}
    </h1>
  )
}
