import type { ShortCode } from '../../../shared/session/state.ts'
import { useRun, useServerNow } from './use-session.ts'

/** The short code that is good now, if there is one. */
export function useShortCode(): ShortCode | undefined {
  const { code } = useRun()
  const now = useServerNow(false)
  return code && code.until > now ? code : undefined
}
