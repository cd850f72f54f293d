import * as v from 'valibot'
import {
  ExportLine,
  exportStreamType,
  type ExportProgress,
} from '../../shared/protocol/export-stream.ts'
import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import { fail, ok } from '../../shared/result.ts'
import { t } from '../words/t.ts'
import { send, type Answer } from './api.ts'

/** Bytes as they come, read as lines until what is left is a file. */
class Incoming {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
  #held: Uint8Array<ArrayBuffer> = new Uint8Array()

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
    this.#reader = body.getReader()
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read()
    if (done) return false
    const joined = new Uint8Array(this.#held.length + value.length)
    joined.set(this.#held)
    joined.set(value, this.#held.length)
    this.#held = joined
    return true
  }

  /** The next line; undefined where there is none any more. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#held.indexOf(10)
      if (end >= 0) {
        const line = new TextDecoder().decode(this.#held.subarray(0, end))
        this.#held = this.#held.slice(end + 1)
        return line
      }
      if (!(await this.#more())) return undefined
    }
  }

  /** All that is left. */
  async rest(): Promise<Uint8Array<ArrayBuffer>[]> {
    const parts = [this.#held]
    for (;;) {
      const { done, value } = await this.#reader.read()
      if (done) return parts
      parts.push(value)
    }
  }
}

const lost = () =>
  fail({
    type: 'about:blank',
    title: t('The connection was lost before the whole file was here. Try again.'),
    // An answer came, and was cut: not “the server can’t be reached”.
    status: 502,
  })

function lineOf(text: string): ExportLine | undefined {
  try {
    return v.parse(ExportLine, JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || v.isValiError(error)) return undefined
    throw error
  }
}

async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: (progress: ExportProgress) => void,
): Promise<Answer<Blob>> {
  const incoming = new Incoming(body)
  for (;;) {
    const text = await incoming.line()
    const line = text === undefined ? undefined : lineOf(text)
    if (!line) return lost()
    if ('problem' in line) return fail(line.problem)
    if ('progress' in line) {
      onProgress(line.progress)
      continue
    }
    const blob = new Blob(await incoming.rest(), { type: line.file.type })
    return blob.size === line.file.length ? ok(blob) : lost()
  }
}

/** The board as a file, with each step of its making told as it is done; rejects with the signal's reason once it has been aborted, and the server stops its work. */
export async function exportInSteps(
  board: string,
  token: string,
  format: ExportFormat,
  {
    signal,
    query,
    onProgress,
  }: {
    signal: AbortSignal
    query: Readonly<Record<string, string>>
    onProgress(progress: ExportProgress): void
  },
): Promise<Answer<Blob>> {
  const asked = new URLSearchParams({ format, ...query })
  const path = `api/boards/${encodeURIComponent(board)}/export?${asked}`
  const response = await send(path, { token, signal, accept: exportStreamType })
  if (!response.ok) return response
  const { body, headers } = response.value
  // A server of an earlier version sends the file alone.
  if (!body || headers.get('content-type') !== exportStreamType) {
    return ok(await response.value.blob())
  }
  try {
    return await read(body, onProgress)
  } catch (error) {
    if (error instanceof TypeError && !signal.aborted) return lost()
    throw error
  }
}
