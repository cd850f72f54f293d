import { initialsOf } from '../../../shared/objects/mark.ts'
import type { SessionParticipant } from '../../../shared/protocol/session.ts'
import { t, tn } from '../../words/t.ts'
import { Initials } from '../look/initials.tsx'
import { roleName } from '../roles.ts'
import { Popover } from '../ui/layer.tsx'
import { useBoardList, useLive, useWorkspace } from './context.ts'
import { faceOf, type OrganisationFace } from './organisations.ts'
import styles from './people.module.css'

const FACES = 4
const nobody: readonly SessionParticipant[] = []

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

/** Who is on the board now, as the server knows them: faces in the bar, the list by organisation behind them. */
export function People() {
  const { me } = useWorkspace()
  const participants = useLive((live) => live.session?.participants ?? nobody)
  const organisations = useBoardList((board) =>
    [...board.objects()].filter(({ type }) => type === 'organisation').map(faceOf),
  )
  // Without a connection nobody knows who else is there.
  const connected = useLive((live) => live.link === 'open')
  const online = participants.filter(({ id, online: here }) => (connected ? here : id === me.id))
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
      {() => (
        <>
          <h2 className={styles.heading}>
            {tn(online.length, '1 person here', '{n} people here')}
          </h2>
          <ul className={styles.parties}>
            {partiesOf(online, organisations).map(({ organisation, people }) => (
              <li key={organisation?.id ?? ''}>
                <h3 className={styles.party}>
                  {organisation && (
                    <Initials initials={organisation.initials} token={organisation.token} />
                  )}
                  {organisation?.name ?? t('Speaking for no organisation')}
                </h3>
                <ul className={styles.people}>
                  {people.map(({ id, name, role }) => (
                    <li key={id}>
                      <span>
                        {name}
                        {id === me.id && <span className={styles.you}> {t('(you)')}</span>}
                      </span>
                      <small>{roleName(role)}</small>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popover>
  )
}
