import type { BoardObject } from '../../../shared/board/object.ts'
import { useBoard } from '../board/context.ts'

/** An object of the board, live; undefined once it is gone. */
export const useObject = (id: string): BoardObject | undefined =>
  useBoard((board) => board.object(id))
