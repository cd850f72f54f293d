import { useEffect, useState } from 'react'
import { useWorkspace } from '../board/context.ts'

/** Looking through a large board takes some hundredths of a second, and a crowd changes it several times in each. */
const AGAIN_MS = 400

/** Has its component drawn again while the board changes, at most every 400 ms. */
export function useLookAgain(): void {
  const { board } = useWorkspace()
  const [, again] = useState(0)
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined
    const stop = board.subscribe(() => {
      due ??= setTimeout(() => {
        due = undefined
        again((times) => times + 1)
      }, AGAIN_MS)
    })
    return () => {
      stop()
      clearTimeout(due)
    }
  }, [board])
}
