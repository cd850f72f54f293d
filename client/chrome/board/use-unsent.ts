import { useCallback, useState } from 'react'
import { keepUnsent, unsentText } from '../../session/unsent.ts'
import { useOpen } from './context.ts'

/** What is being typed for `slot`, which must stay the same, and how to change it: it is there again when its field has gone meanwhile, with its panel or because editing was paused. */
export function useUnsent(slot: string): [text: string, change: (text: string) => void] {
  const { credentials } = useOpen()
  const board = credentials.board.id
  const [text, setText] = useState(() => unsentText(board, slot))
  const change = useCallback(
    (next: string) => {
      setText(next)
      keepUnsent(board, slot, next)
    },
    [board, slot],
  )
  return [text, change]
}
