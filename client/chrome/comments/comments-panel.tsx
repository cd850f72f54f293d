import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { show } from '../../actions/selection.ts'
import type { Thread as ThreadOfComments } from '../../model/comments.ts'
import { nameOf } from '../../model/kinds.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard, useCanEdit, useUi, useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { IconButton } from '../ui/button.tsx'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { onEscape } from '../ui/on-escape.ts'
import { Composer } from './composer.tsx'
import panelStyles from '../ui/panel.module.css'
import styles from './comments.module.css'
import { Thread } from './thread.tsx'
import { useWrite } from './use-write.ts'

/** The comments about the selected object, or about everything: threads to read, answer and resolve. */
export function CommentsPanel() {
  const { ui, board } = useWorkspace()
  const canEdit = useCanEdit()
  const threads = useSyncExternalStore(
    (listener) => board.comments.subscribe(listener),
    () => board.comments.threads(),
  )
  const [resolved, setResolved] = useState(false)
  const { ref: panel, ...keeps } = useKeepsKeyboard<HTMLElement>()
  const selected = useUi(({ selection }) =>
    selection.size === 1 ? ([...selection][0] ?? null) : null,
  )
  const name = useBoard((model) => {
    const object = model.object(selected ?? '')
    return object ? nameOf(object, model) : ''
  })
  const about = name === '' ? null : selected
  const write = useWrite(about ?? '')
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus()
  }, [panel])

  const close = (): void => {
    ui.setState({ panel: null })
    focusMap()
  }
  const here = threads.filter(({ first }) => about === null || first.object === about)
  const shown = here.filter(({ first }) => resolved || !first.resolved)
  const hidden = here.length - here.filter(({ first }) => !first.resolved).length
  return (
    <section
      ref={panel}
      {...keeps}
      tabIndex={-1}
      data-sheet
      aria-label={t('Comments')}
      className={panelStyles.panel}
      onKeyDown={onEscape(close)}
    >
      <header className={panelStyles.head}>
        <h2>{t('Comments')}</h2>
        <IconButton icon={X} label={t('Close')} side="left" onClick={close} />
      </header>
      <div className={panelStyles.body}>
        {about !== null && <h3 className={styles.about}>{name}</h3>}
        {about !== null && canEdit && (
          <Composer
            key={about}
            slot={`comment ${about}`}
            takesFocus
            label={t('Write a comment')}
            send={t('Comment')}
            onSend={write}
          />
        )}
        {shown.length === 0 && (
          <p className={styles.quiet}>
            {about === null
              ? t('Nothing to discuss at the moment. Select something to comment on it.')
              : t('No open comments here.')}
          </p>
        )}
        {shown.map((thread) => (
          <div key={thread.first.id}>
            {about === null && <ObjectName thread={thread} />}
            <Thread thread={thread} />
          </div>
        ))}
        {hidden > 0 && (
          <button
            type="button"
            className={styles.more}
            aria-pressed={resolved}
            onClick={() => setResolved(!resolved)}
          >
            {resolved
              ? t('Hide what is resolved')
              : tn(hidden, 'Show 1 resolved thread', 'Show {n} resolved threads')}
          </button>
        )}
      </div>
    </section>
  )
}

/** What a thread is about, as a way there. */
function ObjectName({ thread: { first } }: { thread: ThreadOfComments }) {
  const workspace = useWorkspace()
  const name = useBoard((board) => {
    const object = board.object(first.object)
    return object ? nameOf(object, board) : ''
  })
  if (name === '') return <p className={styles.about}>{t('Something that is gone')}</p>
  return (
    <button type="button" className={styles.link} onClick={() => show(workspace, first.object)}>
      {name}
    </button>
  )
}
