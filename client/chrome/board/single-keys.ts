import type { UiStore } from '../../model/ui.ts'
import { lasting } from '../../session/storage.ts'

const KEY = 'rapport.singleKeys'

/** Whether this browser's person has left single-key shortcuts on. */
export const keepsSingleKeys = (): boolean => lasting.read(KEY) !== false

/** Switches single-key shortcuts on or off, here and for later visits. */
export function chooseSingleKeys(ui: UiStore, on: boolean): void {
  lasting.write(KEY, on)
  ui.setState({ singleKeys: on })
}
