import { Check, CircleCheck, RotateCcw } from 'lucide-react'
import { resolveThread } from '../../../shared/board/comments.ts'
import type { Thread as ThreadOfComments } from '../../model/comments.ts'
import { USER } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import { useCanEdit, useMe, useWorkspace } from '../board/context.ts'
import { IconButton } from '../ui/button.tsx'
import { Comment, timeIn } from './comment.tsx'
import { Composer } from './composer.tsx'
import styles from './comments.module.css'
import { useWrite } from './use-write.ts'

/** One thread: what was said about an object, and whether it is dealt with. */
export function Thread({ thread: { first, answers } }: { thread: ThreadOfComments }) {
  const { doc } = useWorkspace()
  const me = useMe()
  const answer = useWrite(first.object, first.id)
  const canEdit = useCanEdit()
  const { resolved } = first
  const now = (): string => new Date().toISOString()
  return (
    <article className={styles.thread} data-resolved={resolved !== undefined}>
      {canEdit && (
        <IconButton
          className={styles.resolve ?? ''}
          icon={resolved ? RotateCcw : Check}
          label={resolved ? t('Open again') : t('Resolve')}
          side="left"
          onClick={() =>
            resolveThread(doc, first.id, resolved ? undefined : { name: me.name, at: now() }, USER)
          }
        />
      )}
      {resolved && (
        <p className={styles.resolved}>
          <CircleCheck size={18} strokeWidth={2} aria-hidden />
          <span>
            {t('Resolved by {name}, {at}', {
              name: resolved.name || t('Somebody'),
              at: timeIn(resolved.at),
            })}
          </span>
        </p>
      )}
      <ul>
        <Comment said={first} answers={answers.length} />
        {answers.map((said) => (
          <Comment key={said.id} said={said} answers={0} />
        ))}
      </ul>
      {canEdit && !resolved && (
        <Composer
          slot={`answer ${first.id}`}
          label={t('Answer')}
          send={t('Answer')}
          onSend={answer}
        />
      )}
    </article>
  )
}
