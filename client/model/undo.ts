import * as Y from 'yjs'
import { rootsOf } from '../../shared/board/layout.ts'

const STEP_MS = 400

type StackItem = Y.UndoManager['undoStack'][number]

/** Takes back and repeats this person's own edits, never another's; edits within 400 ms count as one. */
export class Undo {
  readonly #manager: Y.UndoManager
  /** the steps that were there when the one under way began */
  #earlier: ReadonlySet<unknown> = new Set()
  /** what was made last, the step that made it, and what could be redone before */
  #draft: { id: string; step: StackItem; redone: StackItem[] } | undefined

  constructor(doc: Y.Doc, origin: unknown) {
    const { board, objects, readings, comments } = rootsOf(doc)
    this.#manager = new Y.UndoManager([board, objects, readings, comments], {
      trackedOrigins: new Set([origin]),
      captureTimeout: STEP_MS,
    })
  }

  undo(): void {
    this.#manager.undo()
  }

  redo(): void {
    this.#manager.redo()
  }

  /** How to take back the step that is the last now, and no other, whatever is done meanwhile; it does nothing once that was taken back. */
  wayBack(): () => void {
    this.cut()
    const step = this.#manager.undoStack.at(-1)
    return () => {
      const steps = this.#manager.undoStack
      if (!step || !steps.includes(step)) return
      this.cut()
      // A step of which nothing is left, because others removed it, has Yjs go on to the one before.
      this.#manager.undoStack = [step]
      this.#manager.undo()
      this.#manager.undoStack = steps.filter((other) => other !== step)
      this.#tell(false)
    }
  }

  /** Ends the current step: what comes next is undone by itself. */
  cut(): void {
    this.#manager.captureTimeout = STEP_MS
    this.#manager.stopCapturing()
  }

  /** Begins a step that lasts until the next `cut`, however long that takes. */
  begin(): void {
    this.cut()
    this.#manager.captureTimeout = Number.POSITIVE_INFINITY
    this.#earlier = new Set(this.#manager.undoStack)
  }

  /** Ends the step that was begun as if it had never been: it can't be repeated, and what was done before it stays. */
  abandon(): void {
    this.cut()
    const manager = this.#manager
    const steps = manager.undoStack
    const since = steps.filter((step) => !this.#earlier.has(step))
    if (since.length === 0) return
    // A step of which nothing is left, because others removed it, has Yjs go on to the one before.
    manager.undoStack = since
    while (since.length > 0) manager.undo()
    manager.undoStack = steps.filter((step) => this.#earlier.has(step))
    manager.clear(false, true)
  }

  /** Makes an object, whose id `make` answers, as a step of its own that can be withdrawn for as long as it is the last. */
  draft(make: () => string | undefined): string | undefined {
    this.cut()
    const { redoStack: redone } = this.#manager
    const id = make()
    const step = this.#manager.undoStack.at(-1)
    this.#draft = id !== undefined && step ? { id, step, redone } : undefined
    this.cut()
    return id
  }

  /** The id of what the last step made, where that can be withdrawn. */
  get drafted(): string | undefined {
    const isLast = this.#draft?.step === this.#manager.undoStack.at(-1)
    return isLast ? this.#draft?.id : undefined
  }

  /** Takes the draft back as if it had never been: it is not redone, and what could be redone before it still can. */
  withdraw(): void {
    if (!this.#draft || this.drafted === undefined) return
    const { redone } = this.#draft
    this.#draft = undefined
    this.#manager.undo()
    this.#manager.redoStack = redone
    this.#tell(redone.length === 0)
  }

  /** Whoever listens looks again: the steps are others than Yjs has told. */
  #tell(redoStackCleared: boolean): void {
    this.#manager.emit('stack-cleared', [{ undoStackCleared: false, redoStackCleared }])
  }

  /** Does `edit` as part of the last step, however long ago that was. */
  join(edit: () => void): void {
    this.#draft = undefined
    this.#manager.lastChange = Date.now()
    this.#manager.captureTimeout = Number.POSITIVE_INFINITY
    edit()
    this.#manager.captureTimeout = STEP_MS
  }

  get canUndo(): boolean {
    return this.#manager.canUndo()
  }

  get canRedo(): boolean {
    return this.#manager.canRedo()
  }

  /** Calls `listener` when what can be undone or redone changed; returns how to stop. */
  subscribe(listener: () => void): () => void {
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
    for (const event of events) this.#manager.on(event, listener)
    return () => {
      for (const event of events) this.#manager.off(event, listener)
    }
  }

  destroy(): void {
    this.#manager.destroy()
  }
}
