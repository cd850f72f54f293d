import { Check, RotateCcw } from 'lucide-react'
import { addComment, resolveThread } from '../../../shared/board/comments.ts'
import { initialsOf, markOf } from '../../../shared/objects/mark.ts'
import type { Said, Thread as ThreadOfComments } from '../../model/comments.ts'
import { USER } from '../../model/workspace.ts'
import { momentOf } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { useBoard, useCanEdit, useWorkspace } from '../board/context.ts'
import { Initials } from '../look/initials.tsx'
import { IconButton } from '../ui/button.tsx'
import { Composer } from './composer.tsx'
import styles from './comments.module.css'

/** A stored time as people read it; nothing for one that is no time. */
const timeIn = (at: string): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : momentOf(date)
}

function Comment({ said }: { said: Said }) {
  const { me } = useWorkspace()
  const token = useBoard((board) => {
    const organisation = board.object(said.organisation ?? '')
    return organisation && markOf(organisation).token
  })
  const name = said.name || t('Somebody')
  return (
    <li className={styles.comment}>
      <Initials round initials={initialsOf(name)} token={token} />
      <div className={styles.words}>
        <p className={styles.who}>
          <strong>{said.by === me.id ? t('{name} (you)', { name }) : name}</strong>{' '}
          <time dateTime={said.at}>{timeIn(said.at)}</time>
        </p>
        <p className={styles.text}>{said.text}</p>
      </div>
    </li>
  )
}

/** One thread: what was said about an object, and whether it is dealt with. */
export function Thread({ thread: { first, answers } }: { thread: ThreadOfComments }) {
  const { doc, me } = useWorkspace()
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
      <ul>
        <Comment said={first} />
        {answers.map((said) => (
          <Comment key={said.id} said={said} />
        ))}
      </ul>
      {resolved && (
        <p className={styles.quiet}>
          {t('Resolved by {name}, {at}', { name: resolved.name, at: timeIn(resolved.at) })}
        </p>
      )}
      {canEdit && !resolved && (
        <Composer
          label={t('Answer')}
          send={t('Answer')}
          onSend={(text) =>
            addComment(
              doc,
              {
                object: first.object,
                thread: first.id,
                text,
                by: me.id,
                name: me.name,
                ...(me.organisation !== null && { organisation: me.organisation }),
                at: now(),
              },
              USER,
            )
          }
        />
      )}
    </article>
  )
}
