import { addObjects, type NewObject } from '../../shared/board/commands.ts'
import { byPaint } from '../../shared/draw/scene.ts'
import { boxOf, centreOf, holds, type Box, type Point } from '../../shared/geometry.ts'
import type { BoardModel } from '../model/board.ts'
import { isContainer } from '../model/kinds.ts'
import type { KeptPicture } from '../model/pictures.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { t, tn } from '../words/t.ts'
import { asOneStep } from './edit.ts'
import { prepareImage } from './prepare-image.ts'

/** The longest side of an image as it is placed, and the space between several; world units. */
const PLACED = 480
/** What is smaller than this is placed larger than it is, so that it can be seen and taken hold of. */
const LEAST = 64
const GAP = 24
/** Images side by side before the next row. */
const IN_A_ROW = 4
/** More files at once are no images for a board. */
const MOST = 20
/** How long it may take before people are told that it goes on, ms. */
const SLOW_MS = 600

/** Why this person can add nothing now. */
function refusal({ me }: Workspace): string {
  return me.role === 'observer'
    ? t('Observers can read this board but not add to it.')
    : t('Nothing can be added to this board at the moment.')
}

function containerAt(board: BoardModel, point: Point): string | undefined {
  return [...board.objects()]
    .filter((object) => isContainer(object) && holds(boxOf(object.at, object.size), point))
    .sort(byPaint)
    .at(-1)?.id
}

/** Where images of these sizes go: in rows around a point, each as large as it is unless that is too large. */
function placesFor(kept: readonly KeptPicture[], [x, y]: Point): Box[] {
  const sizes = kept.map(({ width, height }) => {
    const longest = Math.max(width, height)
    const scale = Math.max(LEAST, Math.min(PLACED, longest)) / longest
    const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale))
    return [side(width), side(height)] as const
  })
  const rows = Array.from({ length: Math.ceil(sizes.length / IN_A_ROW) }, (_, i) =>
    sizes.slice(i * IN_A_ROW, (i + 1) * IN_A_ROW),
  )
  const tall = rows.map((row) => Math.max(...row.map(([, height]) => height)))
  let top = y - (tall.reduce((sum, height) => sum + height, 0) + GAP * (rows.length - 1)) / 2
  return rows.flatMap((row, i) => {
    const wide = row.reduce((sum, [width]) => sum + width, GAP * (row.length - 1))
    let left = x - wide / 2
    const boxes = row.map(([width, height]) => {
      const box = { x: Math.round(left), y: Math.round(top), width, height }
      left += width + GAP
      return box
    })
    top += (tall[i] ?? 0) + GAP
    return boxes
  })
}

function place(workspace: Workspace, kept: readonly KeptPicture[], at: Point): void {
  const { board, doc, ui } = workspace
  const boxes = placesFor(kept, at)
  const news = kept.flatMap(({ id }, i): NewObject[] => {
    const box = boxes[i]
    if (!box) return []
    const frame = containerAt(board, centreOf(box))
    return [
      {
        type: 'image',
        at: [box.x, box.y],
        size: [box.width, box.height],
        ...(frame !== undefined && { frame }),
        fields: { image: id },
      },
    ]
  })
  let ids: string[] = []
  asOneStep(workspace, () => {
    ids = addObjects(doc, news, USER)
  })
  ui.setState({ selection: new Set(ids), hover: null, tool: 'select' })
}

/** Has the server keep these files and puts them on the board around a world point; says why for each that can't be. */
export async function addImages(
  workspace: Workspace,
  files: readonly File[],
  at: Point,
): Promise<void> {
  const { ui, pictures } = workspace
  const tell = (text: string): void => ui.setState({ message: { text } })
  if (!pictures || !workspace.canEdit()) {
    tell(refusal(workspace))
    return
  }
  if (files.length > MOST) {
    tell(t('That is too much at once: add up to {n} images at a time.', { n: MOST }))
    return
  }
  const slow = setTimeout(
    () => tell(tn(files.length, 'Adding the image…', 'Adding {n} images…')),
    SLOW_MS,
  )
  const kept: KeptPicture[] = []
  for (const file of files) {
    const prepared = await prepareImage(file)
    const answer = prepared.ok ? await pictures.keep(prepared.value) : prepared
    if (answer.ok) kept.push(answer.value)
    else tell(answer.error)
  }
  clearTimeout(slow)
  if (kept.length === 0) return
  if (workspace.canEdit()) place(workspace, kept, at)
  else tell(refusal(workspace))
}
