import { roomFor } from '../../shared/arrange/room-for.ts'
import { addObjects } from '../../shared/board/commands.ts'
import { centreOf, union, type Box, type Point } from '../../shared/geometry.ts'
import { limits } from '../../shared/limits.ts'
import { placeOf } from '../../shared/objects/turn.ts'
import { visibleBox } from '../model/camera.ts'
import { isContainer, isHeldType, isLink } from '../model/kinds.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import type { Scene } from '../scene/scene.ts'
import { copyOf, newFrom, type Copied } from '../tools/copies.ts'
import type { PointerRouter } from '../tools/pointer.ts'
import { locale, t, tn } from '../words/t.ts'
import {
  CLIP_TYPE,
  clipAsHtml,
  clipInHtml,
  clipLimits,
  decodeClip,
  encodeClip,
  gridOf,
  notesFrom,
  wordsOf,
  type Clip,
  type PasteFault,
} from './clip.ts'
import { bringIntoView } from './camera.ts'
import { asOneStep, removeCut } from './edit.ts'
import { takeImages } from './image.ts'
import { middleOf } from './middle.ts'
import { isField } from './typing.ts'

const STEP = 32
const MIDDLE = 1

const tell = ({ ui }: Workspace, text: string): void => ui.setState({ message: { text } })

/** Why what is on the clipboard can't become notes, in a sentence. */
const refusalOf = (why: PasteFault): string => {
  switch (why) {
    case 'too-many':
      return t('That is too much to paste at once. Up to {n} lines become notes, one each.', {
        n: clipLimits.notes,
      })
    case 'too-long':
      return t('A line of that is longer than a note can be: up to {n} letters.', {
        n: limits.text.toLocaleString(locale()),
      })
    case 'too-much':
      return t('That is too much to paste at once: up to {n} letters.', {
        n: clipLimits.characters.toLocaleString(locale()),
      })
  }
}

/** Copies, cuts and pastes by the browser's own clipboard events, which its keys and menus raise. */
class Clipboard {
  readonly #workspace: Workspace
  readonly #scene: Scene
  /** the last paste: pasted again, a clip goes a step further */
  #last: { clip: string; times: number } | undefined

  constructor(scene: Scene, workspace: Workspace) {
    this.#scene = scene
    this.#workspace = workspace
  }

  /** Puts the selected objects on the clipboard; returns whether there were any. */
  copy(data: DataTransfer): boolean {
    const { board, ui } = this.#workspace
    const objects = copyOf(board, ui.getState().selection)
    if (objects.length === 0) return false
    const { pictures } = this.#workspace
    const clip = encodeClip({ objects, ...(pictures && { board: pictures.board }) })
    const text = wordsOf(objects, board)
    data.setData('text/plain', text)
    data.setData('text/html', clipAsHtml(clip, text))
    data.setData(CLIP_TYPE, clip)
    this.#last = { clip, times: 0 }
    return true
  }

  /** Puts what the clipboard holds on the board, or says why not. */
  paste(data: DataTransfer): void {
    const workspace = this.#workspace
    if (!workspace.canEdit()) return
    const coded = data.getData(CLIP_TYPE) || clipInHtml(data.getData('text/html'))
    const clip = coded ? decodeClip(coded) : undefined
    if (coded && clip) {
      this.#pasteClip(coded, clip)
      return
    }
    // A spreadsheet brings a picture of its cells along; what was meant are their words.
    const files = [...data.files]
    if (files.length > 0 && data.getData('text/plain').trim() === '') {
      takeImages(workspace, files, middleOf(workspace))
      return
    }
    const notes = notesFrom(data.getData('text/plain'))
    if (notes.ok) this.#pasteNotes(notes.value)
    else tell(workspace, refusalOf(notes.error))
  }

  /** Has the images of another board kept by this one before what shows them is put here. */
  #pasteClip(coded: string, { objects, board: from }: Clip): void {
    const { pictures, canEdit } = this.#workspace
    const shown = objects.flatMap(({ type, fields: { image } }) =>
      type === 'image' && typeof image === 'string' && image !== '' ? [image] : [],
    )
    if (!pictures || from === undefined || from === pictures.board || shown.length === 0) {
      this.#pasteObjects(coded, objects)
      return
    }
    const bring = [...new Set(shown)].map((id) => pictures.bring(id, from))
    void Promise.allSettled(bring).then((brought) => {
      if (!canEdit()) return
      this.#pasteObjects(coded, objects)
      const left = brought.filter((one) => one.status === 'rejected' || !one.value).length
      if (left === 0) return
      tell(
        this.#workspace,
        tn(
          left,
          'An image could not be brought along: this browser can’t get at it on the other board, or this one has no room.',
          '{n} images could not be brought along: this browser can’t get at them on the other board, or this one has no room.',
        ),
      )
    })
  }

  #pasteObjects(clip: string, objects: readonly Copied[]): void {
    const { board, doc, ui } = this.#workspace
    const times = this.#last?.clip === clip ? this.#last.times + 1 : 1
    const around = union(
      objects.map(({ at, size }) => ({ x: at[0], y: at[1], width: size[0], height: size[1] })),
    )
    if (!around) return
    const { camera, viewport } = ui.getState()
    const seen = visibleBox(camera, viewport)
    const [x, y] = centreOf(around)
    const isHere =
      objects.some(({ id }) => board.object(id)) &&
      x > seen.x &&
      x < seen.x + seen.width &&
      y > seen.y &&
      y < seen.y + seen.height
    const [mx, my] = middleOf(this.#workspace)
    // Beside the original while that is in view, else in the middle of what is seen.
    const by: Point = isHere
      ? [STEP * times, STEP * times]
      : [Math.round(mx - x + STEP * (times - 1)), Math.round(my - y + STEP * (times - 1))]
    const news = newFrom(objects, by, board)
    if (news.length === 0) return
    const copied = new Set(news.map(({ id }) => id))
    const placed = news.map((object) => {
      const { frame, ...rest } = object
      const into = frame !== undefined && copied.has(frame) ? frame : this.#frameAt(object)
      return into === undefined ? rest : { ...rest, frame: into }
    })
    asOneStep(this.#workspace, () => addObjects(doc, placed, USER))
    this.#last = { clip, times }
    ui.setState({ selection: copied, hover: null, tool: 'select' })
  }

  #pasteNotes(notes: readonly string[]): void {
    if (notes.length === 0) return
    const { doc, ui } = this.#workspace
    const boxes = gridOf(notes)
    const [x, y] = this.#shiftFor(boxes)
    const news = boxes.map((box, i) => {
      const at: Point = [Math.round(x + box.x), Math.round(y + box.y)]
      const size: Point = [box.width, box.height]
      const frame = this.#frameAt({ type: 'note', at, size })
      const fields = { text: notes[i] ?? '' }
      return { type: 'note', at, size, fields, ...(frame !== undefined && { frame }) }
    })
    let ids: string[] = []
    asOneStep(this.#workspace, () => {
      ids = addObjects(doc, news, USER)
    })
    ui.setState({ selection: new Set(ids), hover: null, tool: 'select' })
    bringIntoView(this.#workspace, ids)
  }

  /** How far new boxes around the origin are moved to stand in the middle of what is seen, or where they hide nothing. */
  #shiftFor(boxes: readonly Box[]): Point {
    const { board } = this.#workspace
    const middle = middleOf(this.#workspace)
    const block = union(boxes)
    if (!block) return middle
    const taken = [...board.objects()].filter((one) => !isLink(one) && !isContainer(one))
    const frame = board.object(this.#scene.containersAt(middle)[0] ?? '')
    const [x, y] = roomFor(
      [block.width, block.height],
      middle,
      taken.map(placeOf),
      frame && placeOf(frame),
    )
    return [x - block.x, y - block.y]
  }

  #frameAt({
    type,
    at,
    size = [0, 0],
  }: Pick<Copied, 'type' | 'at'> & { size?: Point }): string | undefined {
    if (!isHeldType(type)) return undefined
    const box: Box = { x: at[0], y: at[1], width: size[0], height: size[1] }
    return this.#scene.containersAt(centreOf(box))[0]
  }
}

/** Lets the map copy, cut and paste while it has the keyboard and no pointer holds anything. Returns how to stop. */
export function watchClipboard(
  scene: Scene,
  workspace: Workspace,
  pointer: PointerRouter,
): () => void {
  const clipboard = new Clipboard(scene, workspace)
  const onMap = (): boolean => {
    const { dialog, editing } = workspace.ui.getState()
    const at = document.activeElement
    const free = at === scene.container || at === document.body || at === null
    return dialog === null && !editing && free && !pointer.busy
  }
  const onCopy = (event: ClipboardEvent): void => {
    if (!onMap() || !event.clipboardData) return
    // Words that are marked somewhere on the page are what is meant.
    if (!document.getSelection()?.isCollapsed && document.activeElement !== scene.container) return
    if (!clipboard.copy(event.clipboardData)) return
    event.preventDefault()
    if (event.type === 'cut') removeCut(workspace)
  }
  const onCut = (event: ClipboardEvent): void => {
    if (workspace.canEdit()) onCopy(event)
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!onMap() || isField(event.target) || !event.clipboardData) return
    event.preventDefault()
    clipboard.paste(event.clipboardData)
  }
  // On Linux the middle button pastes what is marked wherever it is let go, but it moves the map.
  const onRelease = (event: MouseEvent): void => {
    if (event.button === MIDDLE && !isField(event.target)) event.preventDefault()
  }
  const off = new AbortController()
  const options = { signal: off.signal }
  document.addEventListener('copy', onCopy, options)
  document.addEventListener('cut', onCut, options)
  document.addEventListener('paste', onPaste, options)
  document.addEventListener('mouseup', onRelease, options)
  return () => off.abort()
}
