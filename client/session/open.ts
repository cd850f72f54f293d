import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { can } from '../../shared/access.ts'
import { keepOrder } from '../../shared/board/keep-order.ts'
import type { Notice, ResultMessage } from '../../shared/protocol/session.ts'
import type { CommandInput } from '../../shared/session/commands.ts'
import type { PrivateCommandInput } from '../../shared/session/private-commands.ts'
import { BoardModel } from '../model/board.ts'
import type { UiStore } from '../model/ui.ts'
import { Undo } from '../model/undo.ts'
import { USER, type Me, type Workspace } from '../model/workspace.ts'
import { connect } from './connect.ts'
import { Commands, type CommandResult } from './commands.ts'
import { forgetBoard, keepOrganisation, type Credentials } from './credentials.ts'
import { firstSocket, syncAddress } from './early.ts'
import { openCopy, staleCopies, type OfflineCopy, type StaleCopy } from './offline.ts'
import { openPictures } from './pictures.ts'
import { PacedAwareness } from './presence.ts'
import { SavedChanges } from './saved.ts'
import type { Facts } from './status.ts'

/** The facts behind the status, and whether there is anything to show yet. */
export interface Live extends Facts {
  /** the board's content is here, from the server or from this browser's copy */
  ready: boolean
  /** ms by which the server's clock is ahead of this computer's, as of the last word from it */
  ahead: number
  /** connected by polling, because the network blocks WebSockets */
  slow: boolean
  /** copies from before a restore that still hold unsaved changes */
  stale: readonly StaleCopy[]
}

/** One board, open in this window. */
export interface OpenBoard {
  credentials: Credentials
  workspace: Workspace
  live: StoreApi<Live>
  /** Gives a command of the session; a failure is a sentence for people. */
  command(command: CommandInput | PrivateCommandInput): Promise<CommandResult>
  /** Calls `listener` for each notice from the server; returns how to stop. */
  onNotice(listener: (notice: Notice, detail: string | undefined) => void): () => void
  /** Tries the connection again at once. */
  retry(): void
  /** Leaves the board; unsaved changes stay in this browser's copy. */
  close(): void
  /** Leaves the board and drops this browser's copy, so that the next visit begins with what the server has. */
  startAfresh(): Promise<void>
  /** Leaves the board for good: this browser's copy and the way back are deleted. */
  forget(): void
}

/** HTTP failures in a row, all answered, after which the WebSocket itself must be what is blocked. */
const BLOCKED_AFTER = 2

const start: Live = {
  link: 'connecting',
  unsaved: 0,
  kept: true,
  onDisk: 0,
  session: null,
  ended: null,
  blocked: false,
  ready: false,
  ahead: 0,
  slow: false,
  stale: [],
}

/** Opens a board with what joining gave: this browser's copy first, then the server. */
export async function openBoard(credentials: Credentials, ui: UiStore): Promise<OpenBoard> {
  const { participant, board } = credentials
  let me: Me = participant
  keepOrder()
  const doc = new Y.Doc()
  const live = createStore<Live>(() => start)
  const copy = await openCopy(doc, credentials)
  const hasContent = doc.getMap('board').size > 0
  live.setState({ kept: copy !== undefined, ready: hasContent })

  // Only this person's own edits are theirs to lose; undo's transactions carry the manager as their origin.
  const undo = new Undo(doc, USER)
  const remote: { isRemote(origin: unknown): boolean } = { isRemote: () => false }
  const saved = new SavedChanges(doc, (origin) => !remote.isRemote(origin))
  const stopNoting = saved.subscribe(() => {
    const { count } = saved
    live.setState({ unsaved: count })
    void copy?.note(count).then((kept) => live.setState(kept ? { kept, onDisk: count } : { kept }))
  })
  if (copy && copy.unsaved > 0) saved.restore(copy.unsaved)

  const model = new BoardModel(doc)
  const pictures = openPictures(credentials)
  const awareness = new PacedAwareness(doc)
  const noticed = new Set<(notice: Notice, detail: string | undefined) => void>()
  let refusals = 0
  let detour: typeof WebSocket | undefined

  const connection = connect({
    url: syncAddress(),
    board: board.id,
    epoch: board.epoch,
    token: participant.token,
    doc,
    awareness,
    saved,
    WebSocketClass: firstSocket(),
    onLink: (link) => {
      if (link === 'open') {
        refusals = 0
        live.setState({ link, ready: true, blocked: false, slow: detour !== undefined })
      } else {
        if (link === 'lost') commands.lost()
        live.setState({ link })
      }
    },
    onSession: (session) => {
      const told = session.participants.find(({ id }) => id === me.id)
      if (told && told.organisation !== me.organisation) {
        me = { ...me, organisation: told.organisation }
        keepOrganisation(credentials, me.organisation)
      }
      live.setState({ session, ahead: session.now - Date.now() })
      const { locks } = session.run
      if (String([...ui.getState().locks]) !== String(locks)) ui.setState({ locks: new Set(locks) })
    },
    onResult: (result: ResultMessage) => {
      if (commands.take(result) || !('notice' in result)) return
      for (const listener of noticed) listener(result.notice, result.detail)
    },
    onEnd: (ended) => {
      // The notice before the close says more than the close's code.
      if (!live.getState().ended) live.setState({ ended })
    },
    onRefused: () => void explainRefusal(),
    detour: () => detour,
  })
  remote.isRemote = connection.isRemote
  const commands: Commands = new Commands(connection.command)

  async function explainRefusal(): Promise<void> {
    const api = await import('./api.ts').catch(() => undefined)
    // Where not even that comes, the server is away, as the status says.
    if (!api) return
    const answer = await api.checkBoard(board.id, participant.token)
    if (live.getState().ended) return
    if (answer.ok) {
      refusals += 1
      if (refusals < BLOCKED_AFTER) return
      live.setState({ blocked: true })
      if (detour) return
      const poll = await import('./poll-socket.ts').catch(() => undefined)
      if (!poll || live.getState().ended) return
      // The provider uses no more of a WebSocket than this has.
      detour = poll.PollSocket as unknown as typeof WebSocket
      connection.retry()
      return
    }
    // By the kind, which the server alone gives: a proxy that finds nobody behind it answers 404 or 403 too.
    const { type } = answer.error
    if (/:(token-wrong|waiting)$/.test(type)) live.setState({ ended: 'not-authorised' })
    if (type.endsWith(':board-unknown')) live.setState({ ended: 'board-closed' })
    if (live.getState().ended) connection.close()
  }

  void offerStale(credentials, copy, live)

  // What the server erased stays in no browser either, unless somebody's own work would go with it.
  const stopEnding = live.subscribe(({ ended }, before) => {
    if (ended === 'board-closed' && before.ended === null && saved.count === 0) void copy?.drop()
  })
  const close = (): void => {
    stopNoting()
    stopEnding()
    connection.close()
    saved.destroy()
    awareness.destroy()
    undo.destroy()
    model.destroy()
    pictures.close()
    void copy?.close()
  }

  return {
    credentials,
    live,
    workspace: {
      doc,
      board: model,
      ui,
      undo,
      awareness,
      get me() {
        return me
      },
      pictures,
      command: (command) => commands.give(command),
      canEdit: () => {
        const { ended, session } = live.getState()
        const paused = session?.run.paused === true && participant.role !== 'facilitator'
        return (
          can(participant.role, 'edit') && ended === null && session?.readOnly !== true && !paused
        )
      },
    },
    onNotice: (listener) => {
      noticed.add(listener)
      return () => noticed.delete(listener)
    },
    command: (command) => commands.give(command),
    retry: connection.retry,
    close,
    startAfresh: async () => {
      close()
      await copy?.drop()
    },
    forget: () => {
      forgetBoard(board.id)
      close()
      void copy?.drop()
    },
  }
}

async function offerStale(
  credentials: Credentials,
  copy: OfflineCopy | undefined,
  live: StoreApi<Live>,
): Promise<void> {
  if (copy) live.setState({ stale: await staleCopies(credentials) })
}
