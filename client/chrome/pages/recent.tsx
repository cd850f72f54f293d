import { X } from 'lucide-react'
import { useState } from 'react'
import { boardAddress } from '../../session/base.ts'
import { forgetBoard, recentBoards } from '../../session/credentials.ts'
import { dayOf } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { roleName } from '../roles.ts'
import { IconButton } from '../ui/button.tsx'
import styles from './start.module.css'

/** The boards that this browser has been on, with the way back to each; nothing when there are none. */
export function Recent() {
  const [boards, setBoards] = useState(recentBoards)
  if (boards.length === 0) return null
  return (
    <nav className={styles.recent} aria-labelledby="recent">
      <h2 id="recent">{t('Your recent boards')}</h2>
      <ul className={styles.boards}>
        {boards.map(({ id, title, role, name, openedAt }) => (
          <li key={id}>
            <a className={styles.board} href={boardAddress(id)}>
              <strong>{title}</strong>
              <small>
                {t('{role} · {name} · {day}', {
                  role: roleName(role),
                  name,
                  day: dayOf(openedAt),
                })}
              </small>
            </a>
            <IconButton
              icon={X}
              label={t('Take “{title}” off this list', { title })}
              side="left"
              onClick={() => {
                forgetBoard(id)
                setBoards(recentBoards())
              }}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}
