import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { roles } from '../../shared/access.ts'
import { imageTypes } from '../../shared/images/read-image.ts'
import { versionKinds } from '../../shared/protocol/versions.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { SessionStateSchema } from '../../shared/session/state.ts'

/** What the first line of a backup says of it. */
export const FORMAT = 'rapport-backup'
/** The newest way of writing that this version knows; 2 brought images and versions, each on a line of its own. */
export const VERSION = 2

const Head = v.object({ format: v.literal(FORMAT), version: v.number(), at: v.string() })

/** One board with everything about it but its images and versions, which follow on lines of their own. */
export const SavedBoard = v.object({
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
export type SavedBoard = v.InferOutput<typeof SavedBoard>

/** An image of the board of the last line before it that was one. */
const SavedImage = v.object({
  image: v.object({
    board: v.string(),
    id: v.string(),
    type: v.picklist(imageTypes),
    width: v.number(),
    height: v.number(),
    /** base64 */
    data: v.string(),
  }),
})
/** A line of a backup with one image, its bytes in base64. */
export type SavedImage = v.InferOutput<typeof SavedImage>

/** A version of such a board, the oldest first. */
const SavedVersion = v.object({
  version: v.object({
    board: v.string(),
    id: v.string(),
    kind: v.picklist(versionKinds),
    name: v.string(),
    at: v.number(),
    by: v.nullable(v.string()),
    /** base64 */
    content: v.string(),
  }),
})
/** A line of a backup with one version, its content in base64. */
export type SavedVersion = v.InferOutput<typeof SavedVersion>

const Entry = v.union([SavedBoard, SavedImage, SavedVersion])
/** What a line of a backup holds. */
export type Entry = v.InferOutput<typeof Entry>

/** Lines of text, however long: a line is put together once, not at each of its pieces. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun: string[] = []
  for await (const chunk of chunks) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n')
    begun.push(first)
    for (const next of more) {
      yield begun.join('')
      begun = [next]
    }
  }
  const last = begun.join('')
  if (last !== '') yield last
}

const bad = (detail: string) => fail(`This backup can’t be restored: ${detail}`)

/** Reads to the end whatever it finds, because a pipeline whose end stops early counts as aborted. */
async function readEntries(
  chunks: AsyncIterable<Uint8Array>,
  take: (entry: Entry) => Promise<void>,
): Promise<Result<undefined, string>> {
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
    const entry = v.safeParse(Entry, value)
    if (entry.success) await take(entry.output)
    else fault = `line ${line} is not a board.`
  }
  if (line === 0) fault = 'it is empty.'
  return fault === undefined ? ok(undefined) : bad(fault)
}

/** Hands every entry of a backup to `take`, one after the other; the error says why the file can't be read to its end. */
export async function readBackup(
  file: string,
  take: (entry: Entry) => Promise<void>,
): Promise<Result<undefined, string>> {
  let result: Result<undefined, string> = bad('it is empty.')
  try {
    await pipeline(
      createReadStream(file),
      createGunzip(),
      async (chunks: AsyncIterable<Uint8Array>) => {
        result = await readEntries(chunks, take)
      },
    )
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return fail(`There is no file ${file}.`)
    const isDamage = error instanceof SyntaxError || code?.startsWith('Z_') === true
    if (isDamage) return bad('the file is damaged or no Rapport backup.')
    throw error
  }
  return result
}
