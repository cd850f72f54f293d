import { createStore } from 'zustand/vanilla'
import { lasting } from '../../session/storage.ts'

const KEY = 'rapport.saysChanges'

/** Whether this browser's person is told what others change; true until they say otherwise. */
export const saysChanges = createStore(() => ({ on: lasting.read(KEY) !== false }))

/** Has what others change told or not, here and on later visits. */
export function chooseSayings(on: boolean): void {
  lasting.write(KEY, on)
  saysChanges.setState({ on })
}
