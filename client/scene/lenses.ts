import { commitmentWay } from '../../shared/draw/commitment-way.ts'
import {
  lensOf,
  opacityUnderLens,
  type LensId,
  type LensLook,
} from '../../shared/measures/lenses.ts'
import type { BoardModel } from '../model/board.ts'
import { mapSource } from '../model/map-source.ts'

/** What a lens makes of a board: what is lit, how strongly an object is painted (0–1), and the way of a commitment. */
export const lenses = {
  lookOf: (lens: LensId, board: BoardModel): LensLook => lensOf(lens, mapSource(board)),
  opacity: opacityUnderLens,
  way: commitmentWay,
}

/** The shape of `lenses`, for code that gets it once it is loaded. */
export type Lenses = typeof lenses
