import { circle } from '../arrange/circle.ts'
import { grid } from '../arrange/grid.ts'
import type { Places } from '../arrange/box.ts'
import type { NewObject } from '../board/commands.ts'
import { boxOf, union, type Box, type Size } from '../geometry.ts'
import { organisationTokens } from '../look/palette.ts'
import { organisation } from '../objects/organisation.ts'
import type { NewOrganisation } from '../protocol/http.ts'

/** More than this many on a ring leave too large a hole in the middle. */
const RING_MOST = 24

/** Organisations as new objects around 0, 0 or from it, and the space that they take. */
export interface Placed {
  objects: readonly NewObject[]
  size: Size
}

const idOf = (i: number): string => String(i).padStart(4, '0')

function place(organisations: readonly NewOrganisation[], places: Places): Placed {
  const around: Box = union([...places.values()].map((at) => boxOf(at, organisation.size))) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  const objects = organisations.map(({ name, sector }, i): NewObject => {
    const [x, y] = places.get(idOf(i)) ?? [0, 0]
    return {
      type: organisation.type,
      at: [x - around.x, y - around.y],
      fields: { name, sector, colour: organisationTokens[i % organisationTokens.length] },
    }
  })
  return { objects, size: [around.width, around.height] }
}

const boxesOf = (organisations: readonly NewOrganisation[]) =>
  organisations.map(({ sector }, i) => ({ id: idOf(i), size: organisation.size, group: sector }))

/** Organisations in a ring that fills `room` or, if it must, more; those of one sector beside each other; too many in rows. */
export function inRing(organisations: readonly NewOrganisation[], room: Size): Placed {
  const boxes = boxesOf(organisations)
  if (organisations.length > RING_MOST) return place(organisations, grid(boxes))
  const across = room[0] - organisation.size[0]
  const down = room[1] - organisation.size[1]
  return place(organisations, circle(boxes, [], { aspect: across / down, radius: down / 2 }))
}

/** Organisations in rows of as many as fit into `width`. */
export function inRows(organisations: readonly NewOrganisation[], width: number): Placed {
  return place(organisations, grid(boxesOf(organisations), { width, gap: 24 }))
}

/** The placed organisations moved so that they begin at a point, as members of a frame if one is given. */
export const movedTo = (placed: Placed, x: number, y: number, frame?: string): NewObject[] =>
  placed.objects.map((object) => ({
    ...object,
    at: [object.at[0] + x, object.at[1] + y],
    ...(frame !== undefined && { frame }),
  }))
