import type { NewObject } from '../board/commands.ts'
import type { Box } from '../geometry.ts'
import { frameIn, saidIn, textAt, type FrameSpec } from './furniture.ts'
import type { Say } from './say.ts'

/** One step of a workshop: a frame with its question, a rail that says how to run it, and room to work in. */
export interface Station {
  title: string
  /** the question */
  question: string
  minutes: number
  how: string
  good: string
  /** what the room is furnished with; objects go into the frame with id `frame` */
  room: (area: Box, frame: string) => NewObject[]
}

/** The least size of a station; four of them in two rows have the shape of a screen. */
const stationSize = { width: 1600, height: 960 }

const EDGE = 24
const RAIL = 312
const HEAD = 144

/** The room that a station of this size has beside its rail. */
const roomOf = ({ x, y, width, height }: Box): Box => ({
  x: x + EDGE + RAIL + EDGE,
  y: y + HEAD,
  width: width - 3 * EDGE - RAIL,
  height: height - HEAD - EDGE,
})

/** The room of a station of the least size. */
export const roomSize = roomOf({ x: 0, y: 0, ...stationSize })

/** What a station needs around its room. */
export const stationAround = (width: number, height: number) => ({
  width: Math.max(stationSize.width, width + 3 * EDGE + RAIL),
  height: Math.max(stationSize.height, height + HEAD + EDGE),
})

/** A station's objects in `box`, from the bottom to the top, in the words that `say` gives. */
export function furnish(station: Station, box: Box, say: Say): NewObject[] {
  const { title, question, minutes, how, good, room } = station
  const frame = frameIn(box, { title: say(title), prompt: say(question), minutes })
  const rail: NewObject[] = []
  let y = box.y + HEAD
  const put = (text: string, style: 'body' | 'heading', space: number): void => {
    const { height, ...object } = textAt([box.x + EDGE, y], RAIL, { text, style }, frame.id)
    rail.push(object)
    y += height + space
  }
  put(say('{n} minutes').replace('{n}', String(minutes)), 'heading', 32)
  put(say('How to run it'), 'heading', 8)
  put(say(how), 'body', 32)
  put(say('What good looks like'), 'heading', 8)
  put(say(good), 'body', 0)
  const furnished = room(roomOf(box), frame.id).map((object) => saidIn(object, say))
  return [frame, ...rail, ...furnished]
}

const GAP = 24

const sharesOf = (specs: readonly FrameSpec[]): number =>
  specs.reduce((sum, { share = 1 }) => sum + share, 0)

/** Frames side by side that fill `area`, as wide as their shares of it. */
export function lanes(area: Box, frame: string, specs: readonly FrameSpec[]): NewObject[] {
  const one = (area.width - GAP * (specs.length - 1)) / sharesOf(specs)
  return specs.map((spec, i) => {
    const x = area.x + sharesOf(specs.slice(0, i)) * one + i * GAP
    return frameIn({ ...area, x, width: (spec.share ?? 1) * one }, spec, frame)
  })
}
