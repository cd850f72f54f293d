import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import * as v from 'valibot'
import * as Y from 'yjs'
import { SessionStateSchema } from '../../shared/session/state.ts'
import {
  FORMAT,
  VERSION,
  type SavedBoard,
  type SavedImage,
  type SavedVersion,
} from './backup-file.ts'
import type { BoardStore, VersionRow } from './store.ts'

/** A whole document out of its snapshot and updates. */
export function mergeDocument(parts: {
  snapshot: Uint8Array | null
  updates: Uint8Array[]
}): Uint8Array {
  const updates = [...(parts.snapshot ? [parts.snapshot] : []), ...parts.updates]
  return Y.mergeUpdates(updates)
}

async function save(store: BoardStore, id: string): Promise<SavedBoard | undefined> {
  const [board, links, participants] = await Promise.all([
    store.board(id),
    store.links(id),
    store.participants(id),
  ])
  // Deleted since the list was read.
  if (!board) return undefined
  const { state } = await store.session(id)
  const session = state === null ? null : v.parse(SessionStateSchema, JSON.parse(state))
  const stored = await store.load(id)
  const document = Buffer.from(mergeDocument(stored)).toString('base64')
  return { board, links, participants, session, claims: stored.claims, document }
}

async function saveImage(
  store: BoardStore,
  board: string,
  image: string,
): Promise<SavedImage | undefined> {
  const found = await store.image(board, image)
  // Dropped since the list was read.
  if (!found) return undefined
  const { bytes, ...facts } = found
  return { image: { board, ...facts, data: Buffer.from(bytes).toString('base64') } }
}

async function saveVersion(
  store: BoardStore,
  version: VersionRow,
): Promise<SavedVersion | undefined> {
  const content = await store.versionContent(version.board, version.id)
  // Deleted since the list was read.
  if (!content) return undefined
  return { version: { ...version, content: Buffer.from(content).toString('base64') } }
}

/**
 * Writes every board with its links, participants, document, images and versions to `file` (gzip, one JSON object a line), while the
 * server may be running; each board is as it was at one moment. The file appears only when it is whole. Returns how many boards.
 */
export async function backup(store: BoardStore, file: string, now: number): Promise<number> {
  let count = 0
  async function* lines() {
    yield `${JSON.stringify({ format: FORMAT, version: VERSION, at: new Date(now).toISOString() })}\n`
    for (const { id } of await store.boards()) {
      const saved = await save(store, id)
      if (!saved) continue
      count += 1
      yield `${JSON.stringify(saved)}\n`
      for (const image of await store.images(id)) {
        const line = await saveImage(store, id, image.id)
        if (line) yield `${JSON.stringify(line)}\n`
      }
      for (const version of (await store.versions(id)).toReversed()) {
        const line = await saveVersion(store, version)
        if (line) yield `${JSON.stringify(line)}\n`
      }
    }
  }
  const unfinished = `${file}.part`
  try {
    await pipeline(
      Readable.from(lines()),
      createGzip(),
      // Names of people and hashes of secrets: for this account alone.
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    )
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return count
}
