import { initialsOf } from '../../../shared/objects/mark.ts'
import type { SessionParticipant } from '../../../shared/protocol/session.ts'
import { t, tn } from '../../words/t.ts'
import { Initials } from '../look/initials.tsx'
import { Popover } from '../ui/layer.tsx'
import { useBoardList, useLive, useWorkspace } from './context.ts'
import { faceOf } from './organisations.ts'
import { PeopleList } from './people-list.tsx'
import styles from './people.module.css'

const FACES = 4
const nobody: readonly SessionParticipant[] = []

/** Who is on the board now, as the server knows them: faces in the bar, the list by organisation behind them, with who has taken part and is away. */
export function People() {
  const { me } = useWorkspace()
  const participants = useLive((live) => live.session?.participants ?? nobody)
  const organisations = useBoardList((board) => [...board.ofType('organisation')].map(faceOf))
  // Without a connection nobody knows who else is there.
  const connected = useLive((live) => live.link === 'open')
  const online = participants.filter(({ id, online: here }) => (connected ? here : id === me.id))
  const away = connected ? participants.filter(({ online: here }) => !here) : nobody
  if (online.length === 0) return null
  const tokenOf = (person: SessionParticipant) =>
    organisations.find(({ id }) => id === person.organisation)?.token
  const others = online.filter(({ id }) => id !== me.id)
  const shown = [...online.filter(({ id }) => id === me.id), ...others].slice(0, FACES)
  return (
    <Popover
      label={t('People on the board')}
      trigger={
        <button
          type="button"
          className={styles.faces}
          aria-label={tn(online.length, '1 person on the board', '{n} people on the board')}
          data-tip={tn(online.length, '1 person here', '{n} people here')}
        >
          {shown.map((person) => (
            <Initials
              key={person.id}
              initials={initialsOf(person.name)}
              token={tokenOf(person)}
              round
            />
          ))}
          {online.length > FACES && <span className={styles.more}>+{online.length - FACES}</span>}
        </button>
      }
    >
      {() => <PeopleList people={online} away={away} organisations={organisations} />}
    </Popover>
  )
}
