import { makeRoom, removeObjects } from '../../shared/board/commands.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { turned } from '../../shared/geometry.ts'
import { limits } from '../../shared/limits.ts'
import { turnOf } from '../../shared/objects/turn.ts'
import { toScreen } from '../model/camera.ts'
import { isLink, isUnseen, nameOf } from '../model/kinds.ts'
import type { Editing } from '../model/ui.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'
import { caretsIn } from './carets.ts'
import { coloursOf } from './colours.ts'
import { tellCutOff } from './cut-off.ts'
import type { Live } from './live.ts'
import { Mirror } from './mirror.ts'
import type { Person } from './people.ts'
import { dress, pasteWithin, textArea } from './text-area.ts'
import { groundBelow, textPlace } from './text-place.ts'
import { mapIndex, spliceBetween, type Splice, type TextDelta } from './text-splice.ts'
import { typedText, type TypedText } from './typed-text.ts'

/** What the editor asks about the others, and tells them. */
export interface Company {
  others(): Iterable<Person>
  caretAt(caret: unknown): void
}

interface Open {
  editing: Editing
  /** as it was when it was last there */
  object: BoardObject
  /** the last step of undo was typed here */
  hasTyped: boolean
  area: HTMLTextAreaElement
  text: TypedText
  mirror: Mirror
  stop: () => void
}

/** Typing on the map: a text area that stands exactly where the open field is drawn, with its own caret among several writers. */
export class TextEditor {
  readonly #workspace: Workspace
  readonly #live: Live
  readonly #container: HTMLElement
  readonly #company: Company
  #open: Open | undefined
  #sent: number | undefined
  readonly #stop: () => void
  /** what the text area holds as far as the document knows, and what others did while a composition was under way */
  #known = ''
  #missed: TextDelta[] = []
  #composing = false

  constructor(container: HTMLElement, workspace: Workspace, live: Live, company: Company) {
    this.#company = company
    this.#container = container
    this.#workspace = workspace
    this.#live = live
    this.#stop = workspace.ui.subscribe(({ editing }, before) => {
      if (editing === before.editing) return
      this.#close()
      if (editing) this.#start(editing)
    })
    const { editing } = workspace.ui.getState()
    if (editing) this.#start(editing)
  }

  /** Puts the text area where its text is seen now; called in every frame in which something moved. Returns whether it wants another. */
  place(now: number): boolean {
    if (!this.#open) return false
    const { editing, area, mirror } = this.#open
    const { ui } = this.#workspace
    const object = this.#live.object(editing.id)
    if (!object || !this.#mayWrite(editing)) {
      this.#cutOff()
      return false
    }
    this.#open.object = object
    const { camera, viewport, theme } = ui.getState()
    const at = textPlace(object, editing.field, this.#live)
    const origin = isLink(object) ? ([0, 0] as const) : object.at
    const style = area.style
    const tall = dress(area, at, coloursOf(theme))
    const spare = at.vertical === 'middle' ? Math.max(0, (at.box.height - tall) / 2) : 0
    const ground = groundBelow(object, at.box.y + spare + tall, this.#live)
    const colours = coloursOf(theme)
    style.background = ground ? colours[ground] : 'transparent'
    // A tie has no body that shows where its text goes: without a box around it there is a caret on a line.
    if (isLink(object)) {
      style.outline = `${2 / camera.scale}px solid ${colours.accent}`
      style.outlineOffset = `${3 / camera.scale}px`
      style.boxShadow = `0 0 0 ${3 / camera.scale}px ${style.background}`
      style.borderRadius = `${4 / camera.scale}px`
    }
    const turn = turnOf(object)
    const corner = [origin[0] + at.box.x, origin[1] + at.box.y + spare] as const
    const [x, y] = toScreen(camera, viewport, turn ? turned(corner, turn) : corner)
    style.transform = `translate(${x}px, ${y}px) rotate(${turn?.angle ?? 0}deg) scale(${camera.scale})`
    this.#tellCaret()
    const carets = caretsIn(this.#workspace.doc, editing, this.#company.others())
    return mirror.place(area, area.value, carets, coloursOf(theme), now)
  }

  #tellCaret(): void {
    const { area, text } = this.#open ?? {}
    if (!area || !text?.caret || this.#composing || area.selectionEnd === this.#sent) return
    this.#sent = area.selectionEnd
    this.#company.caretAt(text.caret(area.selectionEnd))
  }

  destroy(): void {
    this.#stop()
    this.#close()
  }

  #start(editing: Editing): void {
    const workspace = this.#workspace
    const object = workspace.board.object(editing.id)
    const text = typedText(workspace, editing)
    if (!object || !text || !this.#mayWrite(editing)) {
      workspace.ui.setState({ editing: null })
      return
    }
    workspace.undo.cut()
    const area = textArea(nameOf(object, workspace.board))
    area.value = text.read()
    this.#known = area.value
    this.#missed = []
    this.#composing = false
    this.#sent = undefined
    const mirror = new Mirror()
    const stop = text.watch((delta) => this.#takeRemote(delta))
    this.#open = { editing, object, hasTyped: false, area, text, mirror, stop }
    this.#listen(area, text, editing)
    this.#container.append(area, mirror.element)
    this.place(performance.now())
    area.focus({ preventScroll: true })
    if (editing.typed) {
      area.setSelectionRange(area.value.length, area.value.length)
      area.setRangeText(editing.typed, area.value.length, area.value.length, 'end')
      this.#takeLocal()
    } else {
      area.select()
    }
  }

  #mayWrite({ id }: Editing): boolean {
    const { board } = this.#workspace
    const object = board.object(id)
    return object !== undefined && !board.isHeld(object) && this.#workspace.canEdit()
  }

  #listen(area: HTMLTextAreaElement, text: TypedText, { id }: Editing): void {
    const { board, ui, undo } = this.#workspace
    const end = (): void => {
      ui.setState({ editing: null })
      this.#container.focus({ preventScroll: true })
    }
    area.addEventListener('input', () => this.#takeLocal())
    area.addEventListener('paste', (event) => {
      if (!pasteWithin(event, area, limits.text)) return
      this.#takeLocal()
      const left = t('A text holds {n} characters. The rest was left out.', { n: limits.text })
      ui.setState({ message: { text: left } })
    })
    area.addEventListener('compositionstart', () => {
      this.#composing = true
    })
    area.addEventListener('compositionend', () => {
      this.#composing = false
      this.#takeLocal()
    })
    area.addEventListener('blur', () => {
      if (ui.getState().editing && document.activeElement !== area && document.hasFocus()) {
        ui.setState({ editing: null })
      }
    })
    area.addEventListener('selectionchange', () => this.#tellCaret())
    area.addEventListener('pointerdown', (event) => event.stopPropagation())
    area.addEventListener('keydown', (event) => {
      event.stopPropagation()
      if (event.isComposing) return
      const mod = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      const ends =
        key === 'escape' || key === 'tab' || (key === 'enter' && (mod || !text.multiline))
      if (ends) {
        event.preventDefault()
        end()
      } else if (mod && (key === 'z' || key === 'y')) {
        // The field's own history knows nothing of what others typed; the board's does.
        event.preventDefault()
        if (key === 'y' || event.shiftKey) undo.redo()
        else undo.undo()
        if (this.#open) this.#open.hasTyped = false
        // Who took back that it was made knows that it is gone.
        if (!board.object(id)) end()
      }
    })
  }

  /** Sends what this person typed. */
  #takeLocal(): void {
    const open = this.#open
    if (!open || this.#composing) return
    if (!this.#mayWrite(open.editing)) {
      this.#cutOff()
      return
    }
    const { area, text } = open
    if (!text.multiline && /[\r\n]/.test(area.value)) {
      const caret = area.selectionEnd
      area.value = area.value.replaceAll(/\r\n|\r|\n/g, ' ')
      area.setSelectionRange(caret, caret)
    }
    const splice = spliceBetween(this.#known, area.value, area.selectionEnd)
    const missed = this.#missed
    this.#missed = []
    this.#known = area.value
    if (splice) {
      let { index } = splice
      let end = index + splice.remove
      for (const delta of missed) {
        index = mapIndex(delta, index)
        end = Math.max(index, mapIndex(delta, end))
      }
      this.#write(open, { index, remove: end - index, insert: splice.insert })
    }
    if (missed.length > 0 || text.read() !== area.value) this.#show(text.read(), missed)
    this.place(performance.now())
  }

  #write(open: Open, splice: Splice): void {
    const { board, doc, undo } = this.#workspace
    const { id } = open.editing
    const write = (): void => open.text.write(splice, () => makeRoom(doc, id, USER))
    // What is nothing without words is made with the first of them: undo must not leave it there unseen.
    if (undo.drafted === id && isUnseen(board.object(id), board)) undo.join(write)
    else write()
    open.hasTyped = true
  }

  /** Shows what others typed, unless a composition is under way, which must not be disturbed. */
  #takeRemote(delta: TextDelta): void {
    if (!this.#open) return
    if (this.#composing) this.#missed.push(delta)
    else this.#show(this.#open.text.read(), [delta])
    this.place(performance.now())
  }

  #show(value: string, deltas: readonly TextDelta[]): void {
    const area = this.#open?.area
    if (!area) return
    let { selectionStart: start, selectionEnd: end } = area
    for (const delta of deltas) {
      start = mapIndex(delta, start)
      end = mapIndex(delta, end)
    }
    area.value = value
    area.setSelectionRange(start, end)
    this.#known = value
  }

  /** Ends the typing where nothing can be written any more. */
  #cutOff(): void {
    const open = this.#open
    if (!open) return
    const { editing, object, area } = open
    const last = { object, field: editing.field, typed: area.value }
    this.#leave(open)
    this.#workspace.ui.setState({ editing: null })
    this.#container.focus({ preventScroll: true })
    tellCutOff(this.#workspace, this.#container, last)
  }

  #leave({ stop, area, mirror }: Open): void {
    this.#open = undefined
    stop()
    area.remove()
    mirror.element.remove()
    this.#workspace.undo.cut()
  }

  #close(): void {
    const open = this.#open
    if (!open) return
    this.#composing = false
    const mayWrite = this.#mayWrite(open.editing)
    const { board, doc, undo } = this.#workspace
    if (mayWrite) this.#takeLocal()
    const { id } = open.editing
    if (mayWrite && open.hasTyped) undo.join(() => makeRoom(doc, id, USER))
    this.#leave(open)
    if (!mayWrite || !isUnseen(board.object(id), board)) return
    const remove = (): void => removeObjects(doc, [id], USER)
    if (undo.drafted === id) undo.withdraw()
    else if (open.hasTyped) undo.join(remove)
    else remove()
    undo.cut()
  }
}
