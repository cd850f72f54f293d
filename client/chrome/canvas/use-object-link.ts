import { useEffect } from 'react'
import { objectIn } from '../../actions/panels.ts'
import { show } from '../../actions/selection.ts'
import type { Workspace } from '../../model/workspace.ts'

/** Goes to the object that the address names, now and whenever it names another; waits for one that is still on its way. */
export function useObjectLink(workspace: Workspace): void {
  useEffect(() => {
    let wanted: string | undefined
    const go = (): void => {
      if (wanted !== undefined && show(workspace, wanted)) wanted = undefined
    }
    const read = (): void => {
      wanted = objectIn(location.hash)
      go()
    }
    read()
    const stop = workspace.board.subscribe(go)
    addEventListener('hashchange', read)
    return () => {
      stop()
      removeEventListener('hashchange', read)
    }
  }, [workspace])
}
