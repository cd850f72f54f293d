import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { deleteComment } from '../../../shared/board/delete-comment.ts'
import { initialsOf, markOf } from '../../../shared/objects/mark.ts'
import type { Said } from '../../model/comments.ts'
import { USER } from '../../model/workspace.ts'
import { momentOf } from '../../words/dates.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard, useCanEdit, useWorkspace } from '../board/context.ts'
import { Initials } from '../look/initials.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { onEscape } from '../ui/on-escape.ts'
import { say } from '../ui/toasts.tsx'
import styles from './comments.module.css'

/** A stored time as people read it; nothing for one that is no time. */
export const timeIn = (at: string): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : momentOf(date)
}

/** What was said once. Who wrote it and facilitators can delete it, with the `answers` to it. */
export function Comment({ said, answers }: { said: Said; answers: number }) {
  const { me } = useWorkspace()
  const canEdit = useCanEdit()
  const [sure, setSure] = useState(false)
  const ask = useRef<HTMLButtonElement>(null)
  const token = useBoard((board) => {
    const organisation = board.object(said.organisation ?? '')
    return organisation && markOf(organisation).token
  })
  const name = said.name || t('Somebody')
  const mayDelete = canEdit && (said.by === me.id || me.role === 'facilitator')
  const keep = (): void => {
    setSure(false)
    requestAnimationFrame(() => ask.current?.focus())
  }
  return (
    <li className={styles.comment}>
      <Initials round initials={initialsOf(name)} token={token} />
      <div className={styles.words}>
        <div className={styles.who}>
          <p>
            <strong>{said.by === me.id ? t('{name} (you)', { name }) : name}</strong>{' '}
            <time dateTime={said.at}>{timeIn(said.at)}</time>
          </p>
          {mayDelete && !sure && (
            <IconButton
              ref={ask}
              className={styles.delete ?? ''}
              icon={Trash2}
              label={t('Delete the comment by {name}…', { name })}
              side="left"
              onClick={() => setSure(true)}
            />
          )}
        </div>
        <p className={styles.text}>{said.text}</p>
        {mayDelete && sure && <Deletion id={said.id} answers={answers} onKeep={keep} />}
      </div>
    </li>
  )
}

/** Where the keyboard goes when the comment that it was on is gone: to what is left of the thread, or to what held it. */
function leave(from: HTMLElement | null, isThread: boolean): void {
  const thread = from?.closest('article')
  const next = isThread
    ? thread?.parentElement?.closest<HTMLElement>('[tabindex="-1"], details, section, main')
    : thread
  if (!next) return
  if (next instanceof HTMLDetailsElement) next.querySelector('summary')?.focus()
  else {
    next.tabIndex = -1
    next.focus()
  }
}

function Deletion({ id, answers, onKeep }: { id: string; answers: number; onKeep(): void }) {
  const { doc, undo } = useWorkspace()
  const group = useRef<HTMLDivElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const question =
    answers === 0
      ? t('Delete this comment?')
      : tn(answers, 'Delete it and the answer to it?', 'Delete it and the {n} answers to it?')
  const remove = (): void => {
    leave(group.current, group.current?.closest('li')?.previousElementSibling === null)
    undo.cut()
    deleteComment(doc, id, USER)
    undo.cut()
    say({
      text:
        answers === 0
          ? t('Comment deleted')
          : tn(answers, 'Comment and 1 answer deleted', 'Comment and {n} answers deleted'),
      action: { label: t('Undo'), run: undo.wayBack() },
    })
  }
  return (
    <div
      ref={group}
      className={styles.deletion}
      role="group"
      aria-label={question}
      onKeyDown={onEscape(onKeep)}
    >
      <p>{question}</p>
      <Button look="danger" ref={first} onClick={remove}>
        {t('Delete')}
      </Button>
      <Button look="quiet" onClick={onKeep}>
        {t('Keep')}
      </Button>
    </div>
  )
}
