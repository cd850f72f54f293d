import { isLink } from '../model/kinds.ts'
import type { Workspace } from '../model/workspace.ts'
import { coloursOf } from './colours.ts'
import type { Focus } from './focus.ts'
import type { GroundSource } from './ground.ts'
import { opacityUnder } from './isolation.ts'
import type { Live } from './live.ts'
import type { World } from './world.ts'

/** The map as the ground asks about it: without what is off the ground, and with the rest dimmed while something stands out. */
export const groundSource = (
  { board, ui, pictures }: Workspace,
  world: World,
  live: Live,
  focus: Focus,
): GroundSource => ({
  idsIn: (box) => {
    const { lens, spatial, stacking } = world
    const ids = spatial.isWithin(box) ? stacking.all() : stacking.sort(spatial.search(box))
    const still = live.lifted.size === 0 ? ids : ids.filter((id) => !live.lifted.has(id))
    return lens.withWays(still, box, live.lifted)
  },
  drawing: (id, far) => world.drawingOf(id, far),
  extent: (id) => {
    const object = board.object(id)
    return object && !isLink(object) ? Math.max(object.size[0], object.size[1]) : undefined
  },
  opacity: (id) => Math.min(opacityUnder(focus.isolation, board, id), world.lens.opacity(id)),
  whole: (id) => focus.isolation.bright?.has(id) === true,
  colours: () => coloursOf(ui.getState().theme),
  pictures,
})
