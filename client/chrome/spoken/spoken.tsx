import { SpokenChanges } from './spoken-changes.tsx'
import { SpokenTurns } from './spoken-turns.tsx'

/** What a screen reader is told of the map while nothing else on screen says it. */
export function Spoken() {
  return (
    <>
      <SpokenChanges />
      <SpokenTurns />
    </>
  )
}
