import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import * as v from 'valibot'
import * as Y from 'yjs'
import { roles } from '../../shared/access.ts'
import { newId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { restoredSession } from '../../shared/session/restored.ts'
import { SessionStateSchema } from '../../shared/session/state.ts'
import type { BoardStore } from './store.ts'

const FORMAT = 'rapport-backup'
const VERSION = 1

const Head = v.object({ format: v.literal(FORMAT), version: v.number(), at: v.string() })

const SavedBoard = v.object({
  board: v.object({
    id: v.string(),
    title: v.string(),
    epoch: v.string(),
    readOnly: v.boolean(),
    createdAt: v.number(),
    changedAt: v.number(),
  }),
  links: v.array(
    v.object({
      id: v.string(),
      board: v.string(),
      role: v.picklist(roles),
      secretHash: v.string(),
      expiresAt: v.nullable(v.number()),
      revokedAt: v.nullable(v.number()),
    }),
  ),
  participants: v.array(
    v.object({
      id: v.string(),
      board: v.string(),
      link: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      organisation: v.nullable(v.string()),
      tokenHash: v.string(),
      joinedAt: v.number(),
      removedAt: v.nullable(v.number()),
      waiting: v.optional(v.nullable(v.string()), null),
    }),
  ),
  /** the session; the answers to a round under way are in no backup */
  session: v.optional(v.nullable(SessionStateSchema), null),
  claims: v.array(v.object({ clientId: v.number(), participant: v.string() })),
  /** the document as one Yjs update, base64 */
  document: v.string(),
})
type SavedBoard = v.InferOutput<typeof SavedBoard>

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

/**
 * Writes every board with its links, participants and document to `file` (gzip, one JSON object a line), while the
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

/** What a restore did. */
export interface Restored {
  /** ids of boards that are there again */
  restored: string[]
  /** ids of boards that exist already and were left alone */
  kept: string[]
}

const bad = (detail: string) => fail(`This backup can’t be restored: ${detail}`)

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Reads to the end whatever it finds, because a pipeline whose end stops early counts as aborted. */
async function readBoards(
  chunks: AsyncIterable<Uint8Array>,
): Promise<Result<SavedBoard[], string>> {
  const boards: SavedBoard[] = []
  let line = 0
  let fault: string | undefined
  for await (const text of linesOf(chunks)) {
    line += 1
    if (fault !== undefined) continue
    const value: unknown = JSON.parse(text)
    if (line === 1) {
      const head = v.safeParse(Head, value)
      if (!head.success) fault = 'it is no Rapport backup.'
      else if (head.output.version > VERSION)
        fault = 'it was written by a newer version of Rapport.'
      continue
    }
    const saved = v.safeParse(SavedBoard, value)
    if (saved.success) boards.push(saved.output)
    else fault = `line ${line} is not a board.`
  }
  if (line === 0) fault = 'it is empty.'
  return fault === undefined ? ok(boards) : bad(fault)
}

async function read(file: string): Promise<Result<SavedBoard[], string>> {
  let boards: Result<SavedBoard[], string> = bad('it is empty.')
  await pipeline(
    createReadStream(file),
    createGunzip(),
    async (chunks: AsyncIterable<Uint8Array>) => {
      boards = await readBoards(chunks)
    },
  )
  return boards
}

/**
 * Puts the boards of a backup back, each with a new epoch so that browsers drop copies of what came after. Boards that
 * exist stay as they are unless `replace`; that needs a server that is not running. A damaged file changes nothing.
 */
export async function restore(
  store: BoardStore,
  file: string,
  { replace }: { replace: boolean },
): Promise<Result<Restored, string>> {
  const saved = await read(file).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return fail(`There is no file ${file}.`)
    const isDamage = error instanceof SyntaxError || code?.startsWith('Z_') === true
    if (isDamage) return bad('the file is damaged or no Rapport backup.')
    throw error
  })
  if (!saved.ok) return saved
  const result: Restored = { restored: [], kept: [] }
  for (const { board, links, participants, session, claims, document } of saved.value) {
    const exists = (await store.board(board.id)) !== undefined
    if (exists && !replace) {
      result.kept.push(board.id)
      continue
    }
    if (exists) await store.remove(board.id)
    const state = Buffer.from(document, 'base64')
    await store.create({ ...board, epoch: newId() }, links, new Uint8Array(state))
    for (const participant of participants) await store.addParticipant(participant)
    if (session !== null) {
      await store.saveSession(board.id, 0, JSON.stringify(restoredSession(session)))
    }
    if (claims.length > 0) {
      const nothing = Y.encodeStateAsUpdate(new Y.Doc())
      await store.append([{ board: board.id, update: nothing, claims }])
    }
    result.restored.push(board.id)
  }
  return ok(result)
}
