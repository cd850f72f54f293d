import { PACKS, TOKEN_PREFIX, type Dialect } from '../../shared/protocol/dialects.ts'
import { addressOf } from './base.ts'
import { copyName, openStoresAhead } from './copy-stores.ts'
import { credentialsFor, waitingFor } from './credentials.ts'
import { unpackAhead } from './inflate.ts'
import { lasting } from './storage.ts'

/** Where this browser lists its copies of a board. */
export const copiesKey = (board: string): string => `rapport.copies.${board}`

/** The address of `/sync`, without the board. */
export function syncAddress(): string {
  const url = addressOf('sync')
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

/** What a socket names as it opens: the dialect, the token, and that packs are understood. */
export const protocolsFor = (token: string): string[] => [
  'rapport' satisfies Dialect,
  TOKEN_PREFIX + token,
  PACKS,
]

/** The sync step 1 of a document that has nothing. */
const ASK_ALL = Uint8Array.of(0, 0, 1, 0)

const isAskAll = (data: unknown): boolean =>
  data instanceof Uint8Array &&
  data.length === ASK_ALL.length &&
  data.every((byte, at) => byte === ASK_ALL[at])

/** A socket that nobody takes within this is closed, ms. */
const TAKEN_WITHIN = 20_000

interface Early {
  socket: WebSocket
  protocols: readonly string[]
  isOpen: boolean
  /** what the messages said that came while nobody listened */
  came: unknown[]
  /** the whole board was asked for */
  asked: boolean
}

let early: Early | undefined

function begun(address: string, protocols: string[]): WebSocket | undefined {
  try {
    return new WebSocket(address, protocols)
  } catch (error) {
    // A token that was tampered with; whoever opens the board meets it again, and can say so on the page.
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/**
 * Opens the way to a board that this browser has joined and its copy here while the board's code is still coming, and asks for all
 * of it where there is no copy of it here.
 */
export function openEarly(board: string): void {
  const credentials = credentialsFor(board)
  if (!credentials || waitingFor(board)) return
  openStoresAhead(copyName(credentials))
  const address = `${syncAddress()}/${board}`
  const protocols = protocolsFor(credentials.participant.token)
  const socket = begun(address, protocols)
  if (!socket) return
  const opened: Early = { socket, protocols, isOpen: false, came: [], asked: false }
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => {
    opened.isOpen = true
    if (lasting.read(copiesKey(board)) !== undefined) return
    socket.send(ASK_ALL)
    opened.asked = true
  }
  socket.onmessage = ({ data }) => {
    unpackAhead(data)
    opened.came.push(data)
  }
  early = opened
  setTimeout(() => {
    if (early !== opened) return
    early = undefined
    socket.close()
  }, TAKEN_WITHIN)
}

function takeEarly(address: string, protocols: unknown): Early | undefined {
  const taken = early
  // Whoever comes as somebody else since then needs a socket of their own.
  if (taken?.socket.url !== address || String(taken.protocols) !== String(protocols))
    return undefined
  early = undefined
  return taken.socket.readyState <= WebSocket.OPEN ? taken : undefined
}

/** A WebSocket class whose first socket is the one that was opened early, as if it opened now. */
export function firstSocket(): typeof WebSocket {
  let asked: WebSocket | undefined
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      const taken = takeEarly(String(address), protocols)
      if (!taken) {
        super(address, protocols)
        return
      }
      const { socket, isOpen, came } = taken
      Object.setPrototypeOf(socket, new.target.prototype)
      if (taken.asked) asked = socket
      // By then its new owner listens, and nothing else has come in between.
      queueMicrotask(() => {
        if (isOpen) socket.dispatchEvent(new Event('open'))
        for (const data of came) socket.dispatchEvent(new MessageEvent('message', { data }))
      })
      return socket
    }

    override send(data: string | Blob | BufferSource): void {
      // The answer is a whole board: it is not to come twice.
      if (asked === this && isAskAll(data)) asked = undefined
      else super.send(data)
    }
  }
}
