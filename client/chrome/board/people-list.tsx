import { Building2, Eye, UserMinus } from 'lucide-react'
import { useRef, useState } from 'react'
import { can } from '../../../shared/access.ts'
import type { SessionParticipant } from '../../../shared/protocol/session.ts'
import { t, tn } from '../../words/t.ts'
import { follow, useFollowed } from '../facilitation/follow.ts'
import { useRun } from '../facilitation/use-session.ts'
import { Initials } from '../look/initials.tsx'
import { roleName } from '../roles.ts'
import { IconButton } from '../ui/button.tsx'
import { late } from '../ui/late.tsx'
import { useWorkspace } from './context.ts'
import type { OrganisationFace } from './organisations.ts'
import styles from './people.module.css'

const speakFor = late(() => import('./speak-for.tsx').then((m) => m.SpeakFor))
const removal = late(() => import('./removal.tsx').then((m) => m.Removal))

interface Party {
  organisation: OrganisationFace | undefined
  people: SessionParticipant[]
}

function partiesOf(
  people: readonly SessionParticipant[],
  organisations: readonly OrganisationFace[],
): Party[] {
  const byId = new Map(organisations.map((face) => [face.id, face]))
  const parties = new Map<string, Party>()
  for (const person of people) {
    const organisation = byId.get(person.organisation ?? '')
    const key = organisation?.id ?? ''
    const party = parties.get(key) ?? { organisation, people: [] }
    party.people.push(person)
    parties.set(key, party)
  }
  return [...parties.values()].sort((a, b) =>
    (a.organisation?.name ?? '\uffff').localeCompare(b.organisation?.name ?? '\uffff'),
  )
}

/** Who is on the board, by organisation, to follow; below them who has taken part and is away. A facilitator can change whom they speak for, and remove them. */
export function PeopleList({
  people,
  away,
  organisations,
}: {
  people: readonly SessionParticipant[]
  away: readonly SessionParticipant[]
  organisations: readonly OrganisationFace[]
}) {
  const asked = useRef<string>(undefined)
  const inList: InList = {
    organisations,
    askAbout: (id) => {
      asked.current = id
    },
    comeBack: (id, node) => {
      if (!node || asked.current !== id) return
      asked.current = undefined
      node.focus()
    },
  }
  return (
    <>
      <h2 className={styles.heading}>{tn(people.length, '1 person here', '{n} people here')}</h2>
      <Parties people={people} {...inList} />
      {away.length > 0 && (
        <section className={styles.away}>
          <h2 className={styles.heading}>{tn(away.length, '1 person away', '{n} people away')}</h2>
          <Parties people={away} {...inList} />
        </section>
      )}
    </>
  )
}

interface InList {
  organisations: readonly OrganisationFace[]
  /** A facilitator has been asked about somebody: the keyboard comes back to them, wherever in the list they are by then. */
  askAbout(id: string): void
  comeBack(id: string, node: HTMLElement | null): void
}

function Parties({ people, ...inList }: InList & { people: readonly SessionParticipant[] }) {
  return (
    <ul className={styles.parties}>
      {partiesOf(people, inList.organisations).map(({ organisation, people: own }) => (
        <li key={organisation?.id ?? ''}>
          <h3 className={styles.party}>
            {organisation && (
              <Initials initials={organisation.initials} token={organisation.token} />
            )}
            {organisation?.name ?? t('Speaking for no organisation')}
          </h3>
          <ul className={styles.people}>
            {own.map((person) => (
              <Person key={`${person.id} ${person.organisation}`} person={person} {...inList} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Person({
  person,
  organisations,
  askAbout,
  comeBack,
}: InList & { person: SessionParticipant }) {
  const { id, name, role, online } = person
  const { me } = useWorkspace()
  const { hideNames, ended } = useRun()
  const followed = useFollowed() === id
  const [asks, setAsks] = useState<'removal' | 'speak-for'>()
  const isMe = id === me.id
  const isAway = !online && !isMe
  const keep = (): void => {
    askAbout(id)
    setAsks(undefined)
  }
  if (asks === 'removal') return <removal.Show id={id} name={name} onKeep={keep} onFail={keep} />
  if (asks === 'speak-for') {
    return (
      <speakFor.Show
        person={person}
        organisations={organisations}
        onChange={() => askAbout(id)}
        onKeep={keep}
        onFail={keep}
      />
    )
  }
  return (
    <li>
      <span className={styles.who} tabIndex={-1} ref={(node) => comeBack(id, node)}>
        <span>
          {name}
          {isMe && <span className={styles.you}> {t('(you)')}</span>}
        </span>
        <small>{isAway ? t('{role}, away', { role: roleName(role) }) : roleName(role)}</small>
      </span>
      {!isMe && !isAway && !hideNames && (
        <IconButton
          icon={Eye}
          label={followed ? t('Stop following {name}', { name }) : t('Follow {name}', { name })}
          side="left"
          pressed={followed}
          onClick={() => follow(followed ? null : id)}
        />
      )}
      {me.role === 'facilitator' && !ended && can(role, 'edit') && (
        <IconButton
          icon={Building2}
          label={t('Change whom {name} speaks for…', { name })}
          side="left"
          onClick={() => setAsks('speak-for')}
        />
      )}
      {!isMe && me.role === 'facilitator' && (
        <IconButton
          icon={UserMinus}
          label={t('Remove {name}…', { name })}
          side="left"
          onClick={() => setAsks('removal')}
        />
      )}
    </li>
  )
}
