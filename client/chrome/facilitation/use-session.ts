import { useCallback, useEffect, useState } from 'react'
import type { Run } from '../../../shared/protocol/session.ts'
import type { CommandInput } from '../../../shared/session/commands.ts'
import type { PrivateCommandInput } from '../../../shared/session/private-commands.ts'
import { freshSession } from '../../../shared/session/state.ts'
import { useLive, useOpen } from '../board/context.ts'
import { say } from '../ui/toasts.tsx'
import { t } from '../../words/t.ts'

const fresh: Run = { ...freshSession(), answered: {}, scribed: {}, attended: {} }

/** The session as the server last told it; one in which nothing has happened before it did. */
export const useRun = (): Run => useLive((live) => live.session?.run ?? fresh)

type Wish = CommandInput | PrivateCommandInput

/** Gives commands; what went wrong is shown, and told by the result too: undefined then. */
export function useCommand(): (command: Wish) => Promise<{ value: unknown } | undefined> {
  const { command } = useOpen()
  return useCallback(
    async (wanted: Wish) => {
      const result = await command(wanted)
      if (result.ok) return { value: result.value }
      say({ text: t(result.error) })
      return undefined
    },
    [command],
  )
}

/** The server's time, ms, again every half second while `running`. */
export function useServerNow(running: boolean): number {
  const ahead = useLive((live) => live.ahead)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return undefined
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(tick)
  }, [running])
  return now + ahead
}
