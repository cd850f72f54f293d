import { announceChange } from '../bus/node-link.ts'
import { systemClock } from '../clock.ts'
import type { BoardStore, ParticipantRow } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import { keepOrder } from '../../shared/board/keep-order.ts'
import { fail, ok } from '../../shared/result.ts'
import { Connection } from './connection.ts'
import { createFolder } from './folder.ts'
import { awarenessFrame } from './frames.ts'
import { takeMessages } from './incoming.ts'
import { loadBoard } from './load-board.ts'
import { defaultLimits, type RoomsOptions } from './options.ts'
import { unpackVersion } from './pack-version.ts'
import { editPace, presencePace } from './pace.ts'
import { Room } from './room.ts'
import type { RoomParts } from './room-parts.ts'
import type { Rooms } from './rooms.ts'
import { LogSweep } from './log-sweep.ts'
import { SyncBudget } from './sync-budget.ts'
import { inTurns } from './turns.ts'

/** A board that is being loaded, or is in memory. */
interface Place {
  /** everyone who is on the board or waits for it */
  connections: Set<Connection>
  ready: Promise<Room>
  room: Room | undefined
  /** calls under way that need the board in memory */
  holds: number
  cancelUnload: (() => void) | undefined
}

/** Large boards that are being sent at the same time. */
const ANSWERS_AT_ONCE = 4

/** Large updates that are being cut into pieces at the same time: each takes its own size several times over. */
const SPLITS_AT_ONCE = 2

/** How long `close` waits for the disk and for sockets, ms. */
const CLOSE_WAIT = 4_000

/** The live boards of a server over `store`, which the caller opens before and closes after. */
export function createRooms(store: BoardStore, options: RoomsOptions): Rooms {
  const {
    log,
    bus,
    metrics,
    clock = systemClock,
    folder = createFolder(),
    chance = Math.random,
  } = options
  keepOrder()
  const limits = { ...defaultLimits, ...options.limits }
  const places = new Map<string, Place>()
  const load = inTurns(limits.loadsAtOnce)
  const budget = new SyncBudget(limits.syncBytesAtOnce, () => clock.now())
  let sockets = 0
  let closing = false
  let sweep: LogSweep | undefined

  const parts: RoomParts = {
    store,
    bus,
    folder,
    clock,
    log,
    limits,
    metrics,
    chance,
    unsaved: { bytes: 0 },
    budget,
    answerTurn: inTurns(ANSWERS_AT_ONCE),
    splitTurn: inTurns(SPLITS_AT_ONCE),
    editPace: (people) => editPace(people, sockets),
    presencePace: (people, lane) => presencePace(people, sockets, lane),
  }

  const forget = (board: string, place: Place): void => {
    if (places.get(board) === place) places.delete(board)
    place.cancelUnload?.()
    metrics?.boards.set(places.size)
  }

  const closePlace = (board: string, place: Place, reason: CloseReason): void => {
    forget(board, place)
    for (const connection of place.connections) {
      if (reason === 'gone') connection.notice('board-closed')
      connection.close(reason)
    }
    place.room?.close(reason)
  }

  /** Other nodes look at the board anew, whether it is open here or not. */
  const tellNodes = (board: string): void => {
    if (bus) announceChange(bus, board)
  }

  const open = (board: string): Place => {
    const known = places.get(board)
    if (known) return known
    const place: Place = {
      connections: new Set(),
      ready: Promise.resolve().then(async () => {
        // After a restart everyone comes back at once: boards are read a few at a time, so that the first are there soon.
        const loaded = await load(() => loadBoard(board, store, folder))
        if (places.get(board) !== place) {
          throw new StoreError('unavailable', 'Everyone had left before the board was read.')
        }
        place.room = new Room(board, loaded, parts, (reason) => closePlace(board, place, reason))
        void place.room.finishSession()
        return place.room
      }),
      room: undefined,
      holds: 0,
      cancelUnload: undefined,
    }
    places.set(board, place)
    metrics?.boards.set(places.size)
    // Nobody is ever shown a blank board in place of one that can't be read: they are told to come back.
    place.ready.catch((error: unknown) => {
      if (places.get(board) !== place) return
      log.error({ board, err: error }, 'A board can’t be loaded')
      const isUnknown = error instanceof StoreError && error.code === 'unknown-board'
      closePlace(board, place, isUnknown ? 'gone' : 'unavailable')
    })
    return place
  }

  const unloadSoon = (board: string, place: Place): void => {
    const isUnused = (): boolean =>
      place.connections.size === 0 && place.holds === 0 && places.get(board) === place
    if (!isUnused() || place.cancelUnload || closing) return
    place.cancelUnload = clock.after(limits.unloadAfter, () => {
      void (async () => {
        await place.room?.drain()
        if (isUnused()) await place.room?.compact()
        place.cancelUnload = undefined
        if (!isUnused()) return
        if (place.room && !place.room.isIdle) {
          unloadSoon(board, place)
          return
        }
        forget(board, place)
        place.room?.close('restarting')
      })()
    })
  }

  const withRoom = async <T>(board: string, use: (room: Room) => Promise<T>): Promise<T> => {
    if (closing) throw new StoreError('unavailable', 'The server is stopping.')
    const place = open(board)
    place.holds += 1
    try {
      return await use(await place.ready)
    } finally {
      place.holds -= 1
      unloadSoon(board, place)
    }
  }

  const heartbeat = awarenessFrame([])
  const beat = (): void => {
    if (closing) return
    for (const { connections } of places.values()) {
      for (const connection of connections) {
        connection.checkAlive()
        if (connection.isStuck()) connection.close('tooSlow')
        // A stock client takes a socket for dead on which no message came for 30 s; a ping is none.
        else if (connection.joined) connection.send(heartbeat)
      }
    }
    cancelBeat = clock.after(limits.pingEvery, beat)
  }
  let cancelBeat = clock.after(limits.pingEvery, beat)

  return {
    connect(socket, participant, dialect, extras) {
      const connection = new Connection(socket, participant, dialect, limits, clock, extras)
      // The close event follows, with the reason; an error without a listener would end the process.
      socket.on('error', (error) => {
        log.info({ board: participant.board, err: error }, 'A socket failed')
      })
      if (closing) {
        connection.close('restarting')
        return
      }
      const place = open(participant.board)
      if (sockets >= limits.sockets || place.connections.size >= limits.socketsPerBoard) {
        connection.close('tooMany')
        unloadSoon(participant.board, place)
        return
      }
      sockets += 1
      metrics?.sockets.set(sockets)
      place.connections.add(connection)
      place.cancelUnload?.()
      place.cancelUnload = undefined
      socket.on('close', () => {
        sockets -= 1
        metrics?.sockets.set(sockets)
        place.connections.delete(connection)
        place.room?.leave(connection)
        unloadSoon(participant.board, place)
      })
      takeMessages(socket, connection, place.ready, { limits, budget, stream: extras?.stream })
    },
    state: (board) => withRoom(board, (room) => room.state()),
    session: (board) => withRoom(board, (room) => Promise.resolve(room.session)),
    told: (board, role) => withRoom(board, (room) => Promise.resolve(room.told(role))),
    edit: (board, change) => withRoom(board, (room) => room.edit(change)),
    make: (board, make) => withRoom(board, (room) => room.make(make)),
    keepVersion: (board, version) => withRoom(board, (room) => room.keepVersion(version)),
    restoreVersion: (board, id, by) =>
      withRoom(board, async (room) => {
        const version = (await store.versions(board)).find((one) => one.id === id)
        const content = version && (await store.versionContent(board, id))
        if (!content) return fail('unknown')
        const restored = await room.restoreVersion(version, content, by)
        return restored ? ok(restored) : fail('full')
      }),
    eraseName: (board, who) => withRoom(board, (room) => room.eraseName(who)),
    async versionState(board, version) {
      const content = await store.versionContent(board, version)
      return content && unpackVersion(content)
    },
    async refresh(board) {
      tellNodes(board)
      // A board that can't be loaded has nobody on it who would have to be told.
      const room = await places.get(board)?.ready.catch(() => undefined)
      await room?.refresh()
    },
    disconnect(board, who, reason) {
      const isGone = reason === 'gone'
      if (isGone && who === 'all') tellNodes(board)
      const place = places.get(board)
      if (!place) return
      const isMeant = ({ id, link }: ParticipantRow): boolean =>
        who === 'all' || ('participant' in who ? who.participant === id : who.link === link)
      for (const connection of place.connections) {
        if (!isMeant(connection.participant)) continue
        if (isGone) connection.notice('board-closed')
        else if (reason === 'unauthorised' || reason === 'forbidden') connection.notice('removed')
        connection.close(reason)
      }
      if (isGone && who === 'all') closePlace(board, place, reason)
    },
    sweepLogs() {
      sweep = new LogSweep(parts, {
        isOpen: (board) => places.has(board),
        isAwaited: () => [...places.values()].some(({ room }) => room === undefined),
      })
    },
    get failing() {
      return [...places.values()].filter(({ room }) => room?.isFailing).length
    },
    get isClosing() {
      return closing
    },
    async close() {
      closing = true
      cancelBeat()
      const drained = Promise.all([
        sweep?.stop(),
        ...[...places.values()].map(async ({ ready }) => {
          const room = await ready.catch(() => undefined)
          await room?.finish()
        }),
      ])
      let cancelWait = (): void => undefined
      await Promise.race([
        drained,
        new Promise<void>((resolve) => {
          cancelWait = clock.after(CLOSE_WAIT, resolve)
        }),
      ])
      cancelWait()
      for (const [board, place] of places) closePlace(board, place, 'restarting')
      await folder.close()
    },
  } satisfies Rooms
}
