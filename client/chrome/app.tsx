import { lazy, Suspense, useState } from 'react'
import { credentialsFor, waitingFor, type Credentials } from '../session/credentials.ts'
import { Boundary, Broken } from './boundary.tsx'
import { usePath, routeOf, useSecret } from './router.ts'
import { Tips } from './ui/tips.tsx'

const StartPage = lazy(() => import('./pages/start.tsx').then((m) => ({ default: m.StartPage })))
const JoinPage = lazy(() => import('./pages/join.tsx').then((m) => ({ default: m.JoinPage })))
const CodePage = lazy(() => import('./pages/code.tsx').then((m) => ({ default: m.CodePage })))
const WaitingPage = lazy(() =>
  import('./pages/waiting.tsx').then((m) => ({ default: m.WaitingPage })),
)
const CheckPage = lazy(() => import('./check/check.tsx').then((m) => ({ default: m.CheckPage })))
const NoLinkPage = lazy(() =>
  import('./pages/no-link.tsx').then((m) => ({ default: m.NoLinkPage })),
)
const BoardPage = lazy(() =>
  import('./board/board-page.tsx').then((m) => ({ default: m.BoardPage })),
)

/** The whole client: the page that the address stands for. */
export function App() {
  const route = routeOf(usePath())
  return (
    <Boundary fallback={<Broken />}>
      <Suspense fallback={null}>
        {route.page === 'start' && <StartPage />}
        {route.page === 'check' && <CheckPage />}
        {route.page === 'join' && <CodePage />}
        {route.page === 'board' && <Entrance key={route.id} board={route.id} />}
      </Suspense>
      <Tips />
    </Boundary>
  )
}

/** A board's door: straight in for who has joined before, the join page for who brings a link. */
function Entrance({ board }: { board: string }) {
  const secret = useSecret()
  const [joined, setJoined] = useState<Credentials>()
  const known = credentialsFor(board)
  if (secret) {
    return (
      <JoinPage key={secret} board={board} secret={secret} known={known} onJoined={setJoined} />
    )
  }
  const waiting = waitingFor(board)
  if (waiting) return <WaitingPage place={waiting} onAdmitted={setJoined} />
  const credentials = joined ?? known
  if (!credentials) return <NoLinkPage />
  return <BoardPage key={credentials.participant.id} credentials={credentials} />
}
