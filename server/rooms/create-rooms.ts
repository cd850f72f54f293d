import type { BoardStore } from '../store/store.ts'
import type { RoomsOptions } from './options.ts'
import type { Rooms } from './rooms.ts'

/** The live boards of a server over `store`, which the caller opens before and closes after. */
export function createRooms(store: BoardStore, options: RoomsOptions): Rooms {
  throw new Error(`not built yet: ${typeof store} ${typeof options}`)
}
