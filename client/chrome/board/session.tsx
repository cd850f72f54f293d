import { useOverdue } from '../flags/overdue.ts'
import { useFollowPerson } from '../facilitation/follow.ts'
import { FollowPill } from '../facilitation/follow-pill.tsx'
import styles from '../facilitation/pills.module.css'
import { SessionBar } from '../facilitation/session-bar.tsx'
import { SpotlightPill } from '../facilitation/spotlight-pill.tsx'
import { useFollowing } from '../facilitation/use-following.ts'
import { Reveal } from '../rounds/reveal.tsx'
import { Rounds } from '../rounds/rounds.tsx'
import { useNarrow, type View } from '../router.ts'
import { late } from '../ui/late.tsx'
import { useToldSpeaker } from './use-told-speaker.ts'

const phone = late(() => import('../phone/phone.tsx').then((m) => m.Phone))
const tabs = late(() => import('../phone/tabs.tsx').then((m) => m.Tabs))
const spoken = late(() => import('../spoken/spoken.tsx').then((m) => m.Spoken))
const presenter = late(() => import('../presenter/presenter.tsx').then((m) => m.Presenter))

/** What the session adds to each view of the board: the strip that it is run from, the questions, a phone's page, the big screen. */
export function Session({ view }: { view: View }) {
  const narrow = useNarrow()
  useOverdue()
  useToldSpeaker()
  useFollowing()
  useFollowPerson()
  if (view === 'presenter') return <presenter.Show />
  return (
    <>
      {view === 'phone' ? (
        <phone.Show />
      ) : (
        <>
          {!narrow && <SessionBar />}
          <div className={styles.pills}>
            <SpotlightPill />
            <FollowPill />
          </div>
          <Rounds quiet={narrow} />
        </>
      )}
      <Reveal />
      <spoken.Show />
      {(narrow || view === 'phone') && <tabs.Show view={view} />}
    </>
  )
}
