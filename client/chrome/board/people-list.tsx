import { Eye, UserMinus } from 'lucide-react'
import { useState } from 'react'
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

/** Who is on the board, by organisation, to follow; below them who has taken part and is away. A facilitator can remove both. */
export function PeopleList({
  people,
  away,
  organisations,
}: {
  people: readonly SessionParticipant[]
  away: readonly SessionParticipant[]
  organisations: readonly OrganisationFace[]
}) {
  return (
    <>
      <h2 className={styles.heading}>{tn(people.length, '1 person here', '{n} people here')}</h2>
      <Parties parties={partiesOf(people, organisations)} />
      {away.length > 0 && (
        <section className={styles.away}>
          <h2 className={styles.heading}>{tn(away.length, '1 person away', '{n} people away')}</h2>
          <Parties parties={partiesOf(away, organisations)} />
        </section>
      )}
    </>
  )
}

function Parties({ parties }: { parties: readonly Party[] }) {
  return (
    <ul className={styles.parties}>
      {parties.map(({ organisation, people }) => (
        <li key={organisation?.id ?? ''}>
          <h3 className={styles.party}>
            {organisation && (
              <Initials initials={organisation.initials} token={organisation.token} />
            )}
            {organisation?.name ?? t('Speaking for no organisation')}
          </h3>
          <ul className={styles.people}>
            {people.map((person) => (
              <Person key={person.id} person={person} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Person({ person: { id, name, role, online } }: { person: SessionParticipant }) {
  const { me } = useWorkspace()
  const { hideNames } = useRun()
  const followed = useFollowed() === id
  const [sure, setSure] = useState(false)
  const isMe = id === me.id
  const isAway = !online && !isMe
  if (sure) {
    const keep = (): void => setSure(false)
    return <removal.Show id={id} name={name} onKeep={keep} onFail={keep} />
  }
  return (
    <li>
      <span className={styles.who}>
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
      {!isMe && me.role === 'facilitator' && (
        <IconButton
          icon={UserMinus}
          label={t('Remove {name}…', { name })}
          side="left"
          onClick={() => setSure(true)}
        />
      )}
    </li>
  )
}
