import type { NewObject } from '../board/commands.ts'
import type { Box, Size } from '../geometry.ts'
import type { NewOrganisation } from '../protocol/http.ts'
import { inRows, movedTo } from './place-organisations.ts'
import { roomSize } from './station.ts'

const GAP = 24
const REST = 480

/** The organisations in rows at the top of a room, and what fills the rest of it; `needs` is the least size of that room. */
export function peopleFirst(
  organisations: readonly NewOrganisation[],
  rest: (area: Box, frame: string) => NewObject[],
): { needs: Size; room(area: Box, frame: string): NewObject[] } {
  const who = inRows(organisations, roomSize.width)
  const used = who.objects.length > 0 ? who.size[1] + GAP : 0
  return {
    needs: [0, used + REST],
    room: (area, frame) => [
      ...movedTo(who, area.x, area.y, frame),
      ...rest({ ...area, y: area.y + used, height: area.height - used }, frame),
    ],
  }
}
