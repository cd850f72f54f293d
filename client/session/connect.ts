import * as decoding from 'lib0/decoding'
import * as v from 'valibot'
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep2 } from 'y-protocols/sync'
import type * as Y from 'yjs'
import { close, type CloseReason } from '../../shared/protocol/close.ts'
import { decodeJson, decodeSaved, encodeJson, messageType } from '../../shared/protocol/messages.ts'
import {
  ResultSchema,
  SessionSchema,
  type ResultMessage,
  type Session,
} from '../../shared/protocol/session.ts'
import { reconnectDelay } from './backoff.ts'
import { protocolsFor } from './early.ts'
import { packTaker } from './pack.ts'
import { Patience } from './patience.ts'
import type { SavedChanges } from './saved.ts'
import { holdingSocket, type HoldingSocket } from './socket.ts'
import type { Ended } from './status.ts'
import { takeIn } from './take-in.ts'

/** Longest that a change may wait for `saved` on a silent socket before another one is tried. */
const SILENCE_MS = 10_000

/** How long the author of a lost edit may take to bring it again before those who build on it are told, ms. */
const PATIENCE_MS = 30_000

/** From so many bytes on an answer is taken in with less ado. */
const LARGE = 20_000

/** Longest that a WebSocket may take to open before it counts as refused. */
const OPEN_WITHIN_MS = 10_000

/** Everything that a connection needs and tells. */
export interface ConnectOptions {
  /** `ws(s)://…/sync`, without the board */
  url: string
  board: string
  /** a copy of another epoch is never sent */
  epoch: string
  token: string
  doc: Y.Doc
  awareness: Awareness
  saved: SavedChanges
  onLink(link: 'connecting' | 'open' | 'lost'): void
  onSession(session: Session): void
  onResult(result: ResultMessage): void
  onEnd(ended: Ended): void
  /** a socket was refused before it opened; a browser doesn't say why */
  onRefused(): void
  WebSocketClass?: typeof WebSocket
  /** 30,000 ms when absent */
  patience?: number
  /** what to open instead of a WebSocket, where the network blocks those */
  detour?(): typeof WebSocket | undefined
}

/** A connection that keeps itself up until it is closed. */
export interface Connection {
  /** Whether an edit made by `origin` came over this connection. */
  isRemote(origin: unknown): boolean
  /** Sends a command; false when there is no connection now. */
  command(body: object): boolean
  /** Drops the socket and comes back on a new one. */
  retry(): void
  close(): void
}

const endings: Partial<Record<CloseReason, Ended>> = {
  unauthorised: 'not-authorised',
  forbidden: 'not-authorised',
  gone: 'board-closed',
  replaced: 'replaced',
  malformed: 'protocol',
  tooLarge: 'protocol',
}

const reasonOf = (code: number): CloseReason | undefined =>
  (Object.keys(close) as CloseReason[]).find((reason) => close[reason].code === code)

/** Nobody gains by everyone asking again at once. */
const isServerBusy = (reason: CloseReason | undefined): boolean =>
  reason === 'restarting' || reason === 'unavailable' || reason === 'tooMany'

/** Connects the document and awareness to its board, and reports what is true about that. */
export function connect(options: ConnectOptions): Connection {
  const { url, board, epoch, token, doc, awareness, saved } = options
  const holding = (Base: typeof WebSocket): typeof WebSocket =>
    holdingSocket(Base, (message) => {
      if (message.kind === 'update') saved.sentUpdate()
      if (message.kind === 'step2') saved.sentStep2(message.structs)
    })
  const Direct = holding(options.WebSocketClass ?? WebSocket)
  // A constructor may return another object: which kind of socket it is, is decided each time that one is opened.
  const WebSocketPolyfill = function open(address: string, protocols: string[]): WebSocket {
    const Detour = options.detour?.()
    if (Detour) return new (holding(Detour))(address, protocols)
    const socket = new Direct(address, protocols)
    // Some proxies neither let a WebSocket through nor say so.
    setTimeout(() => {
      if (socket.readyState === socket.CONNECTING) socket.close()
    }, OPEN_WITHIN_MS)
    return socket
  } as unknown as typeof WebSocket
  const provider = new WebsocketProvider(url, board, doc, {
    connect: false,
    awareness,
    protocols: protocolsFor(token),
    disableBc: true,
    WebSocketPolyfill,
    // Coming back is seen to below: not everyone at the same moment.
    shouldReconnect: () => false,
  })
  let hasSession = false
  let opened = false
  let ended = false
  let comingBack: ReturnType<typeof setTimeout> | undefined

  const patience = new Patience(saved, options.patience ?? PATIENCE_MS, () => {
    ended = true
    provider.disconnect()
    options.onEnd('out-of-step')
  })

  const tellOpen = (): void => {
    if (hasSession && provider.synced) options.onLink('open')
  }

  const takeSession = (decoder: decoding.Decoder): void => {
    const parsed = v.safeParse(SessionSchema, decodeJson(decoder))
    if (!parsed.success) return
    if (parsed.output.epoch !== epoch) {
      ended = true
      provider.disconnect()
      options.onEnd('restored')
      return
    }
    options.onSession(parsed.output)
    if (!hasSession) {
      hasSession = true
      ;(provider.ws as HoldingSocket | null)?.letGo()
    }
    tellOpen()
  }

  const takeResult = (decoder: decoding.Decoder): void => {
    const parsed = v.safeParse(ResultSchema, decodeJson(decoder))
    if (!parsed.success) return
    options.onResult(parsed.output)
    if (!('notice' in parsed.output)) return
    if (parsed.output.message !== undefined) saved.refused(parsed.output.message)
    if (parsed.output.notice === 'refused') patience.refused()
    if (parsed.output.notice === 'removed') options.onEnd('removed')
    if (parsed.output.notice === 'board-closed') options.onEnd('board-closed')
  }

  const takeSync = provider.messageHandlers[messageType.sync]
  provider.messageHandlers[messageType.sync] = (encoder, decoder, ...rest) => {
    const { arr, pos } = decoder
    const isLarge = arr[pos] === messageYjsSyncStep2 && arr.length - pos > LARGE
    if (!isLarge) return takeSync?.(encoder, decoder, ...rest)
    decoding.readVarUint(decoder)
    takeIn(doc, decoding.readVarUint8Array(decoder), provider)
    provider.synced = true
  }
  provider.messageHandlers[messageType.pack] = packTaker()
  provider.messageHandlers[messageType.saved] = (_encoder, decoder) =>
    saved.saved(decodeSaved(decoder))
  provider.messageHandlers[messageType.session] = (_encoder, decoder) => takeSession(decoder)
  provider.messageHandlers[messageType.result] = (_encoder, decoder) => takeResult(decoder)

  provider.on('status', ({ status }) => {
    if (status !== 'connected') return
    opened = true
    // The others have seen this person leave: only a newer state than the one they know brings them back.
    const state = awareness.getLocalState()
    if (state !== null) awareness.setLocalState(state)
  })
  provider.on('sync', tellOpen)
  provider.on('connection-close', (event) => {
    hasSession = false
    patience.reset()
    saved.reset()
    options.onLink('lost')
    if (event && !opened) options.onRefused()
    opened = false
  })
  provider.on('closed', ({ code }) => {
    const reason = reasonOf(code)
    if (reason && !close[reason].retry) {
      ended = true
      options.onEnd(endings[reason] ?? 'protocol')
      return
    }
    const { wsUnsuccessfulReconnects: attempts } = provider
    const wait = reconnectDelay(attempts, isServerBusy(reason), Math.random())
    comingBack = setTimeout(() => provider.connect(), wait)
  })

  const retry = (): void => {
    if (ended) return
    clearTimeout(comingBack)
    provider.disconnect()
    provider.connect()
  }

  // A cable pulled out closes no socket: unsaved changes and silence are the only signs.
  const watch = setInterval(() => {
    const silent = Date.now() - provider.wsLastMessageReceived
    if (provider.wsconnected && saved.count > 0 && silent > SILENCE_MS) retry()
  }, SILENCE_MS / 2)

  options.onLink('connecting')
  provider.connect()

  return {
    isRemote: (origin) => origin === provider,
    command: (body) => {
      if (!hasSession || !provider.wsconnected || !provider.ws) return false
      provider.ws.send(encodeJson(messageType.command, body))
      return true
    },
    retry,
    close: () => {
      ended = true
      patience.reset()
      clearInterval(watch)
      clearTimeout(comingBack)
      provider.destroy()
    },
  }
}
