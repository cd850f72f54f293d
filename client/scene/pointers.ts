import { intersects, type Box, type Point, type Size } from '../../shared/geometry.ts'
import { toScreen, type Camera } from '../model/camera.ts'
import type { OverlayState } from './overlay-contents.ts'
import { FONT, type Colours } from './painter.ts'
import type { Person } from './people.ts'

/** What people are painted on, in CSS px. */
interface Paper {
  readonly context: CanvasRenderingContext2D
  readonly camera: Camera
  readonly viewport: Size
  readonly colours: Colours
  rect(box: Box, gap: number): [number, number, number, number]
}

const HEIGHT = 21
const MARGIN = 7
const LONGEST = 24
// A pointer that has rested this long (ms) steps back; among many it gives up its name sooner.
const RESTED_MS = 20_000
const RESTED = 0.45
const MANY = 16
const NAMED_MS = 5_000

const short = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text

/** How somebody may be called, in full first: with the organisation, by name, by the first name. */
function calledAs({ name, initials }: Person): string[] {
  if (name === '') return []
  const first = name.split(/\s+/)[0] ?? name
  const full = initials ? `${short(name)} · ${initials}` : short(name)
  return [full, short(name), short(first)]
}

/** The places on screen that names have taken: no name is painted over another. */
class Names {
  readonly #paper: Paper
  readonly #taken: Box[] = []

  constructor(paper: Paper) {
    this.#paper = paper
    paper.context.font = `600 13px ${FONT}`
  }

  /** Puts a person's name at a place, as much of it as there is room for; nothing where there is none. */
  put(person: Person, x: number, y: number): (() => void) | undefined {
    for (const text of calledAs(person)) {
      const width = this.#paper.context.measureText(text).width + 2 * MARGIN
      const box = { x, y, width, height: HEIGHT }
      if (this.#taken.some((other) => intersects(other, box))) continue
      this.#taken.push(box)
      return () => this.#paint(person, text, box)
    }
    return undefined
  }

  #paint({ token }: Person, text: string, { x, y, width, height }: Box): void {
    const { context, colours } = this.#paper
    context.font = `600 13px ${FONT}`
    context.textAlign = 'left'
    context.textBaseline = 'middle'
    context.fillStyle = colours[token]
    context.beginPath()
    context.roundRect(x, y, width, height, 6)
    context.fill()
    context.fillStyle = token === 'quiet' ? colours.paper : colours.onOrganisation
    context.fillText(text, x + MARGIN, y + 11.5)
  }
}

function paintArrow({ context, colours }: Paper, { token }: Person, [x, y]: Point): void {
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + 4.5, y + 17)
  context.lineTo(x + 8.5, y + 10.5)
  context.lineTo(x + 16, y + 9)
  context.closePath()
  context.fillStyle = colours[token]
  context.strokeStyle = colours.raised
  context.lineWidth = 1.5
  context.lineJoin = 'round'
  context.fill()
  context.stroke()
}

/** Paints the names of the others at what they hold, and their pointers: who moved last is on top and keeps the whole name. */
export function paintPeople(paper: Paper, people: OverlayState['people']): void {
  const { context, camera, viewport } = paper
  const [width, height] = viewport
  const now = performance.now()
  const names = new Names(paper)
  const latest = people.map(({ person }) => person).sort((a, b) => b.movedAt - a.movedAt)
  const seen = latest.flatMap((person) => {
    if (!person.cursor) return []
    const [x, y] = toScreen(camera, viewport, person.cursor)
    const isOut = x < -200 || y < -60 || x > width + 20 || y > height + 20
    return isOut ? [] : [{ person, at: [x, y] as const, rested: now - person.movedAt }]
  })
  const paints = seen.map(({ person, at, rested }) => {
    const named = seen.length <= MANY || rested < NAMED_MS
    const name = named ? names.put(person, at[0] + 13, at[1] + 16) : undefined
    const alpha = rested > RESTED_MS ? RESTED : 1
    const under = (paint: () => void): void => {
      context.globalAlpha = alpha
      paint()
      context.globalAlpha = 1
    }
    return {
      arrow: () => under(() => paintArrow(paper, person, at)),
      name: () => name && under(name),
    }
  })
  // One name is enough for all that somebody holds.
  for (const { person, boxes } of people) {
    const [first] = boxes
    if (!first) continue
    const [x, y] = paper.rect(first, 4)
    names.put(person, x, y - HEIGHT - 3)?.()
  }
  for (const { arrow } of paints.toReversed()) arrow()
  // A name is read; nothing lies over it.
  for (const { name } of paints.toReversed()) name()
}
