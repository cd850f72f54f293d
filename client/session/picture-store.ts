import { lookAt } from '../../shared/images/read-image.ts'
import { limits } from '../../shared/limits.ts'
import { KeptImage } from '../../shared/protocol/http.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { KeptPicture } from '../model/pictures.ts'
import { t, tell } from '../words/t.ts'
import { call } from './api.ts'
import { addressOf } from './base.ts'
import { credentialsFor, type Credentials } from './credentials.ts'

/** Pictures are decoded at one of these widths, the first that is sharp enough, or as they are. */
const WIDTHS = [256, 512, 1024, 2048]
/** Decoded pixels that are held before those not asked for lately are let go. */
const MOST_PIXELS = 80_000_000
const LATELY_MS = 2_000
/** Pictures fetched and decoded at once: edits come through the same line. */
const AT_ONCE = 3
/** How long one may take to come, ms. */
const FETCH_WITHIN_MS = 30_000
/** How soon after a failure a picture is asked for again, doubling up to the second; ms. */
const AGAIN_MS = 2_000
const AGAIN_MOST_MS = 60_000

interface Entry {
  file?: Blob
  /** its own width, once the file is here */
  width: number
  bitmap?: ImageBitmap
  /** the width that painting asks for */
  wanted: number
  asked: number
  busy: boolean
  /** it can't be shown, however often it is asked for */
  broken: boolean
  failures: number
  again: number
}

type Fetched = { file: Blob } | { file: undefined; final: boolean }

async function fetchFile(board: string, token: string, id: string): Promise<Fetched> {
  const path = `api/boards/${encodeURIComponent(board)}/images/${encodeURIComponent(id)}`
  try {
    const headers = { authorization: `Bearer ${token}` }
    const signal = AbortSignal.timeout(FETCH_WITHIN_MS)
    const response = await fetch(addressOf(path), { headers, signal })
    if (response.ok) return { file: await response.blob() }
    // One that isn't there may be on its way; to who has no place here it never comes.
    return { file: undefined, final: response.status === 401 || response.status === 403 }
  } catch (error) {
    // There is no network, or it is too slow.
    const isAway = error instanceof TypeError || error instanceof DOMException
    if (isAway) return { file: undefined, final: false }
    throw error
  }
}

/** The decoded picture, no wider than `width`; undefined for one that can't be read. */
async function decode(file: Blob, own: number, width: number): Promise<ImageBitmap | undefined> {
  const smaller = { resizeWidth: width, resizeQuality: 'high' } as const
  try {
    return await createImageBitmap(file, own > width ? smaller : {})
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** Fetches, decodes and holds the pictures of one board, as large as they are painted and no more than memory bears. */
export class PictureStore {
  readonly #credentials: Credentials
  readonly #changed: () => void
  readonly #entries = new Map<string, Entry>()
  readonly #waiting: string[] = []
  #running = 0
  #telling: ReturnType<typeof setTimeout> | undefined
  #closed = false

  /** `changed` is called when pictures have come, or may be asked for again. */
  constructor(credentials: Credentials, changed: () => void) {
    this.#credentials = credentials
    this.#changed = changed
  }

  get(id: string, width: number): ImageBitmap | undefined {
    if (id === '') return undefined
    const entry = this.#entryOf(id)
    const now = performance.now()
    entry.asked = now
    entry.wanted = WIDTHS.find((one) => one >= width) ?? Infinity
    const sharp = Math.min(entry.wanted, entry.width)
    const isDue = !entry.bitmap || entry.bitmap.width < sharp
    if (isDue && !entry.busy && !entry.broken && now >= entry.again) {
      entry.busy = true
      this.#waiting.push(id)
      this.#next()
    }
    return entry.bitmap
  }

  async file(id: string): Promise<Blob | undefined> {
    const entry = this.#entryOf(id)
    const { board, participant } = this.#credentials
    if (entry.file) return entry.file
    const { file } = await fetchFile(board.id, participant.token, id)
    if (file) entry.file = file
    return file
  }

  async keep(file: Blob): Promise<Result<KeptPicture, string>> {
    const { board, participant } = this.#credentials
    const answer = await call(
      `api/boards/${encodeURIComponent(board.id)}/images`,
      { method: 'POST', token: participant.token, file },
      KeptImage,
    )
    if (answer.ok) {
      // It need not be fetched to be seen.
      this.#entryOf(answer.value.id).file ??= file
      return ok(answer.value)
    }
    const { status, detail, title } = answer.error
    if (status === 0) {
      return fail(
        t(
          'Images are kept by the server, which can’t be reached now. Nothing else is lost; add the image again once it is back.',
        ),
      )
    }
    return fail(tell({ ...answer.error, detail: detail ?? title }))
  }

  async bring(id: string, from: string): Promise<boolean> {
    if (this.#entries.get(id)?.file) return true
    const source = credentialsFor(from)
    const { file } = source
      ? await fetchFile(from, source.participant.token, id)
      : { file: undefined }
    return file !== undefined && (await this.keep(file)).ok
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#telling)
    for (const { bitmap } of this.#entries.values()) bitmap?.close()
    this.#entries.clear()
  }

  #entryOf(id: string): Entry {
    const known = this.#entries.get(id)
    if (known) return known
    const entry: Entry = {
      width: Infinity,
      wanted: 0,
      asked: 0,
      busy: false,
      broken: false,
      failures: 0,
      again: 0,
    }
    this.#entries.set(id, entry)
    return entry
  }

  #next(): void {
    const id = this.#running < AT_ONCE ? this.#waiting.shift() : undefined
    const entry = id === undefined ? undefined : this.#entries.get(id)
    if (id === undefined || !entry) return
    this.#running += 1
    void this.#load(id, entry).finally(() => {
      this.#running -= 1
      entry.busy = false
      this.#next()
    })
    this.#next()
  }

  async #load(id: string, entry: Entry): Promise<void> {
    if (!entry.file) {
      const { board, participant } = this.#credentials
      const fetched = await fetchFile(board.id, participant.token, id)
      if (!fetched.file) {
        entry.broken = fetched.final
        this.#askAgain(entry)
        return
      }
      entry.file = fetched.file
    }
    const seen = lookAt(new Uint8Array(await entry.file.arrayBuffer()))
    if (!seen.ok || seen.value.width * seen.value.height > limits.imagePixels) {
      entry.broken = true
      return
    }
    entry.width = seen.value.width
    const bitmap = await decode(entry.file, entry.width, entry.wanted)
    if (!bitmap || this.#closed) {
      bitmap?.close()
      entry.broken = !bitmap
      return
    }
    const before = entry.bitmap
    entry.bitmap = bitmap
    before?.close()
    this.#letGo()
    this.#tell(50)
  }

  #askAgain(entry: Entry): void {
    if (entry.broken) return
    const delay = Math.min(AGAIN_MOST_MS, AGAIN_MS * 2 ** entry.failures)
    entry.failures += 1
    entry.again = performance.now() + delay
    this.#tell(delay)
  }

  /** Has the map painted anew in a while; what is due sooner comes with it. */
  #tell(delay: number): void {
    const paintAnew = (): void => {
      if (!this.#closed) this.#changed()
    }
    if (delay > 1_000) {
      setTimeout(paintAnew, delay)
      return
    }
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined
      paintAnew()
    }, delay)
  }

  /** Lets go of the pictures that were not asked for lately while there are too many; their files stay. */
  #letGo(): void {
    const held = [...this.#entries.values()].filter(({ bitmap }) => bitmap)
    const pixelsOf = ({ bitmap }: Entry): number => (bitmap ? bitmap.width * bitmap.height : 0)
    let pixels = held.reduce((sum, entry) => sum + pixelsOf(entry), 0)
    for (const entry of held.sort((a, b) => a.asked - b.asked)) {
      if (pixels <= MOST_PIXELS || entry.asked > performance.now() - LATELY_MS) return
      pixels -= pixelsOf(entry)
      entry.bitmap?.close()
      delete entry.bitmap
    }
  }
}
