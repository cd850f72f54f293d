import { DoorOpen } from 'lucide-react'
import { useState } from 'react'
import type { WaitingPerson } from '../../../shared/protocol/session.ts'
import { admitPeople, removePerson } from '../../session/api.ts'
import { t, tell, tn } from '../../words/t.ts'
import { useBoard, useLive, useOpen } from '../board/context.ts'
import { organisationById } from '../board/organisations.ts'
import { failureText } from '../failures.ts'
import { roleName } from '../roles.ts'
import { Button } from '../ui/button.tsx'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { Popover } from '../ui/layer.tsx'
import { say } from '../ui/toasts.tsx'
import styles from './facilitation.module.css'

const nobody: readonly WaitingPerson[] = []

/** Who waits to be let in, the longest wait first; nothing while nobody does. */
export function Waiting() {
  const { credentials } = useOpen()
  const waiting = useLive((live) => live.session?.waiting ?? nobody)
  const [busy, setBusy] = useState(false)
  const keeps = useKeepsKeyboard<HTMLDivElement>()
  const { board, participant } = credentials

  const admit = async (people: readonly WaitingPerson[]): Promise<void> => {
    setBusy(true)
    const ids = people.map(({ id }) => id)
    const answer = await admitPeople(board.id, participant.token, ids)
    setBusy(false)
    if (!answer.ok) say({ text: failureText(answer.error) })
    else for (const why of answer.value.refused) say({ text: tell(why) })
  }
  const refuse = async ({ id }: WaitingPerson): Promise<void> => {
    setBusy(true)
    const answer = await removePerson(board.id, participant.token, id)
    setBusy(false)
    if (!answer.ok) say({ text: failureText(answer.error) })
  }
  return (
    <>
      {waiting.length > 0 && (
        <Popover
          label={t('Waiting to be let in')}
          trigger={
            <button type="button" className={styles.hands}>
              <DoorOpen size={18} strokeWidth={1.75} aria-hidden />
              {tn(waiting.length, '1 waiting', '{n} waiting')}
            </button>
          }
        >
          {(close) => (
            <div className={styles.waiting} {...keeps}>
              <ol className={styles.queue}>
                {waiting.map((person) => (
                  <li key={person.id}>
                    <Who person={person} />
                    <span className={styles.row}>
                      <Button disabled={busy} onClick={() => void admit([person])}>
                        {t('Let in')}
                      </Button>
                      <Button look="quiet" disabled={busy} onClick={() => void refuse(person)}>
                        {t('Refuse')}
                      </Button>
                    </span>
                  </li>
                ))}
              </ol>
              {waiting.length > 1 && (
                <Button
                  look="primary"
                  disabled={busy}
                  onClick={() => void admit(waiting).then(close)}
                >
                  {t('Let all {n} in', { n: waiting.length })}
                </Button>
              )}
            </div>
          )}
        </Popover>
      )}
      <span role="status" className="visually-hidden">
        {waiting.length > 0
          ? tn(waiting.length, '1 person waits to be let in', '{n} people wait to be let in')
          : ''}
      </span>
    </>
  )
}

function Who({ person: { name, role, organisation } }: { person: WaitingPerson }) {
  const known = useBoard((board) => organisationById(board, organisation)?.name)
  const speaks = known ?? organisation
  return (
    <span className={styles.who}>
      <strong>{name}</strong>
      <small>
        {speaks === null
          ? roleName(role)
          : known === undefined
            ? t('{organisation}, new to this board', { organisation: speaks })
            : known}
      </small>
    </span>
  )
}
