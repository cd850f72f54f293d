import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { boardAddress } from '../../session/base.ts'
import {
  credentialsFor,
  forgetBoard,
  keepCredentials,
  keepRecent,
  recentBoards,
  type Credentials,
  type RecentBoard,
} from '../../session/credentials.ts'
import { dayOf } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { roleName } from '../roles.ts'
import { Button, IconButton } from '../ui/button.tsx'
import styles from './start.module.css'

/** The boards that this browser has been on, with the way back to each; nothing when there are none. */
export function Recent() {
  const [boards] = useState(recentBoards)
  if (boards.length === 0) return null
  return (
    <nav className={styles.recent} aria-labelledby="recent">
      <h2 id="recent">{t('Your recent boards')}</h2>
      <ul className={styles.boards}>
        {boards.map((board) => (
          <Item key={board.id} board={board} />
        ))}
      </ul>
    </nav>
  )
}

function Item({ board: { id, title, role, name, openedAt } }: { board: RecentBoard }) {
  const [gone, setGone] = useState<{ credentials: Credentials | undefined }>()
  const pressed = useRef(false)
  // The button that was pressed has gone: the keyboard is on what has come in its place.
  const takeKeyboard = (button: HTMLButtonElement | null): void => {
    if (!button || !pressed.current) return
    pressed.current = false
    button.focus()
  }
  if (gone) {
    const { credentials } = gone
    return (
      <li className={styles.gone}>
        <p>{t('“{title}” is off this list: you need a link to come back to it.', { title })}</p>
        {credentials && (
          <Button
            ref={takeKeyboard}
            onClick={() => {
              keepCredentials(credentials)
              keepRecent(credentials, openedAt)
              pressed.current = true
              setGone(undefined)
            }}
          >
            {t('Undo')}
          </Button>
        )}
      </li>
    )
  }
  return (
    <li>
      <a className={styles.board} href={boardAddress(id)}>
        <strong>{title}</strong>
        <small>
          {t('{role} · {name} · {day}', { role: roleName(role), name, day: dayOf(openedAt) })}
        </small>
      </a>
      <IconButton
        ref={takeKeyboard}
        icon={X}
        label={t('Take “{title}” off this list', { title })}
        side="left"
        onClick={() => {
          const credentials = credentialsFor(id)
          forgetBoard(id)
          pressed.current = true
          setGone({ credentials })
        }}
      />
    </li>
  )
}
