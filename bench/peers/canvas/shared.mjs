import './shared.css'

/** The scene that the page's address asks for. */
export const scene = await fetch(`/scene.json${location.search}`).then((answer) => answer.json())

const EDITORS = 20
const EVERY_MS = 50
// As far as an editor moves its box to either side, in world units.
const REACH = 40

/**
 * Plays twenty people who each move a box of their own twenty times a second, as `apply(box, x)` does it; returns how to stop.
 * The boxes are those around the middle, so that they are on screen.
 */
export function playEditors(apply) {
  const columns = Math.ceil(Math.sqrt(scene.boxes.length))
  const timers = []
  for (let editor = 0; editor < EDITORS; editor++) {
    const index =
      scene.hub + ((editor % 5) - 2) * 2 + (Math.floor(editor / 5) - 2) * 2 * columns + 1
    let step = 0
    const edit = () => {
      step++
      apply(index, scene.boxes[index].x + REACH * Math.sin(step / 5))
    }
    const start = setTimeout(
      () => timers.push(setInterval(edit, EVERY_MS)),
      (editor * EVERY_MS) / EDITORS,
    )
    timers.push(start)
  }
  return () => timers.forEach((timer) => clearTimeout(timer))
}
