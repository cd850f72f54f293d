import { useState, useSyncExternalStore } from 'react'
import type { BoardObject } from '../../../shared/board/object.ts'
import type { Thread as ThreadOfComments } from '../../model/comments.ts'
import { nameOf } from '../../model/kinds.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard, useCanEdit, useWorkspace } from '../board/context.ts'
import { Composer } from '../comments/composer.tsx'
import { Thread } from '../comments/thread.tsx'
import { useWrite } from '../comments/use-write.ts'
import styles from './outline.module.css'

function useThreads(): readonly ThreadOfComments[] {
  const { board } = useWorkspace()
  return useSyncExternalStore(
    (listener) => board.comments.subscribe(listener),
    () => board.comments.threads(),
  )
}

/** Shows and hides the threads that are resolved. */
function Resolved({ n, shown, onToggle }: { n: number; shown: boolean; onToggle(): void }) {
  if (n === 0) return null
  return (
    <button type="button" className={styles.link} aria-pressed={shown} onClick={onToggle}>
      {shown
        ? t('Hide what is resolved')
        : tn(n, 'Show 1 resolved thread', 'Show {n} resolved threads')}
    </button>
  )
}

/** What is said about one object: threads to read, answer and resolve, and a new comment. */
export function Talk({ object }: { object: BoardObject }) {
  const write = useWrite(object.id)
  const canEdit = useCanEdit()
  const name = useBoard((board) => nameOf(object, board))
  const threads = useThreads().filter(({ first }) => first.object === object.id)
  const [resolved, setResolved] = useState(false)
  const open = threads.filter(({ first }) => !first.resolved).length
  if (!canEdit && threads.length === 0) return null
  return (
    <details className={styles.talk} open={open > 0}>
      <summary>
        {open === 0 ? t('Comments') : tn(open, '1 open thread', '{n} open threads')}
      </summary>
      <div>
        {threads
          .filter(({ first }) => resolved || !first.resolved)
          .map((thread) => (
            <Thread key={thread.first.id} thread={thread} />
          ))}
        <Resolved
          n={threads.length - open}
          shown={resolved}
          onToggle={() => setResolved(!resolved)}
        />
        {canEdit && (
          <Composer
            slot={`comment ${object.id}`}
            label={t('Comment on {name}', { name })}
            send={t('Comment')}
            onSend={write}
          />
        )}
      </div>
    </details>
  )
}

function About({ thread: { first } }: { thread: ThreadOfComments }) {
  const name = useBoard((board) => {
    const object = board.object(first.object)
    return object ? nameOf(object, board) : ''
  })
  return <h4>{name || t('Something that is gone')}</h4>
}

/** Everything that was said on the board, the newest first. */
export function AllTalk() {
  const threads = useThreads()
  const [resolved, setResolved] = useState(false)
  const open = threads.filter(({ first }) => !first.resolved).length
  return (
    <section className={styles.group} aria-labelledby="outline-comments">
      <header className={styles.head}>
        <h3 id="outline-comments">{t('Comments')}</h3>
        <span className={styles.count}>{open}</span>
      </header>
      {open === 0 && <p className={styles.nothing}>{t('Nothing to discuss at the moment.')}</p>}
      {threads
        .filter(({ first }) => resolved || !first.resolved)
        .map((thread) => (
          <div key={thread.first.id} className={styles.said}>
            <About thread={thread} />
            <Thread thread={thread} />
          </div>
        ))}
      <Resolved
        n={threads.length - open}
        shown={resolved}
        onToggle={() => setResolved(!resolved)}
      />
    </section>
  )
}
