import { createElement, useState } from 'react'
import { credentialsFor, waitingFor, type Credentials } from '../session/credentials.ts'
import { Boundary, Broken } from './boundary.tsx'
import { page } from './page.tsx'
import { usePath, routeOf, useSecret } from './router.ts'
import { Arriving, useArriving } from './ui/arriving.ts'

const startPage = page(() => import('./pages/start.tsx').then((m) => m.StartPage))
const joinPage = page(() => import('./pages/join.tsx').then((m) => m.JoinPage))
const codePage = page(() => import('./pages/code.tsx').then((m) => m.CodePage))
const waitingPage = page(() => import('./pages/waiting.tsx').then((m) => m.WaitingPage))
const checkPage = page(() => import('./check/check.tsx').then((m) => m.CheckPage))
const noLinkPage = page(() => import('./pages/no-link.tsx').then((m) => m.NoLinkPage))
const boardPage = page(() => import('./board/board-page.tsx').then((m) => m.BoardPage))

const tips = new Arriving(() => import('./ui/tips.tsx').then((m) => m.Tips))
// What has a tip has a name too.
const withoutTips = (): void => undefined

/** Has what the page at this address needs on its way before anything is drawn. */
export function prepareApp(): void {
  if (routeOf(location.pathname).page === 'board') boardPage.prepare()
}

/** The whole client: the page that the address stands for. */
export function App() {
  const route = routeOf(usePath())
  return (
    <Boundary fallback={<Broken />}>
      {route.page === 'start' && <startPage.Show />}
      {route.page === 'check' && <checkPage.Show />}
      {route.page === 'join' && <codePage.Show />}
      {route.page === 'board' && <Entrance key={route.id} board={route.id} />}
      <LateTips />
    </Boundary>
  )
}

function LateTips() {
  const here = useArriving(tips, withoutTips)
  return here && createElement(here)
}

/** A board's door: straight in for who has joined before, the join page for who brings a link. */
function Entrance({ board }: { board: string }) {
  const secret = useSecret()
  const [joined, setJoined] = useState<Credentials>()
  // Read once: whoever is on the board must not be put out and let in again because something is drawn anew.
  const [known] = useState(() => credentialsFor(board))
  if (secret) {
    return (
      <joinPage.Show
        key={secret}
        board={board}
        secret={secret}
        known={known}
        onJoined={setJoined}
      />
    )
  }
  const waiting = waitingFor(board)
  if (waiting) return <waitingPage.Show place={waiting} onAdmitted={setJoined} />
  const credentials = joined ?? known
  if (!credentials) return <noLinkPage.Show />
  const { id } = credentials.participant
  return <boardPage.Show key={id} credentials={credentials} />
}
