import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { connectWorker, type RemoteWorker, type WorkerError } from '../worker.ts'
import { groupCommit } from './group-commit.ts'
import { makeFolder } from './make-folder.ts'
import type { SqliteApi } from './sqlite-database.ts'
import type { SqliteOptions } from './sqlite-connection.ts'
import { StoreError, type StoreErrorCode } from './store-error.ts'
import type { BoardStore } from './store.ts'

/** The file in a data folder that holds its boards. */
export const SQLITE_FILE = 'rapport.sqlite'

const storeCodes: readonly string[] = [
  'unknown-board',
  'unreadable',
  'claimed',
] satisfies StoreErrorCode[]

function storeError(error: unknown): StoreError {
  const { message, code } = error as WorkerError
  if (code !== undefined && storeCodes.includes(code)) {
    return new StoreError(code as StoreErrorCode, message)
  }
  return new StoreError('unavailable', `The database can’t be used: ${message}`, { cause: error })
}

/**
 * Opens (and creates if need be) the SQLite store in the folder `dir`. Rejects with a StoreError whose message
 * an operator can act on when the folder is read-only, full, or holds a newer version's file.
 */
export async function openSqliteStore(
  dir: string,
  options: SqliteOptions = {},
): Promise<BoardStore> {
  try {
    await makeFolder(dir)
    await access(dir, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StoreError('unavailable', `The data folder ${dir} can’t be written to (${code}).`, {
      cause: error,
    })
  }
  const connect = (): RemoteWorker<SqliteApi> =>
    connectWorker<SqliteApi>(new URL('./sqlite-worker.ts', import.meta.url), {
      file: join(dir, SQLITE_FILE),
      options,
    })
  let worker = connect()
  const call: RemoteWorker<SqliteApi>['call'] = (method, ...args) => {
    // Whatever ended the thread, what is on disk is still there for another one.
    if (worker.hasEnded) worker = connect()
    return worker.call(method, ...args).catch((error: unknown) => {
      throw storeError(error)
    })
  }
  try {
    await call('ping')
  } catch (error) {
    await worker.close()
    throw new StoreError(
      'unavailable',
      `The database in the data folder ${dir} can’t be opened: ${(error as Error).message}`,
      { cause: error },
    )
  }
  const append = groupCommit((batches) => call('append', batches))

  return {
    create: (board, links, snapshot) => call('create', board, links, snapshot),
    board: (id) => call('board', id),
    boards: () => call('boards'),
    change: (id, patch) => call('change', id, patch),
    remove: (id) => call('remove', id),
    links: (board) => call('links', board),
    linkBySecret: (board, hash) => call('linkBySecret', board, hash),
    addLink: (link) => call('addLink', link),
    revokeLink: (board, link, at) => call('revokeLink', board, link, at),
    addParticipant: (participant) => call('addParticipant', participant),
    participants: (board) => call('participants', board),
    participantByToken: (board, hash) => call('participantByToken', board, hash),
    removeParticipant: (board, id, at) => call('removeParticipant', board, id, at),
    eraseParticipant: (board, id, at) => call('eraseParticipant', board, id, at),
    admitParticipant: (board, id, organisation) =>
      call('admitParticipant', board, id, organisation),
    setOrganisation: (board, id, organisation) => call('setOrganisation', board, id, organisation),
    putCode: (board, hash) => call('putCode', board, hash),
    boardByCode: (hash) => call('boardByCode', hash),
    load: (board) => call('load', board),
    append,
    updatesAfter: (board, seq) => call('updatesAfter', board, seq),
    compact: (board, folded) => call('compact', board, folded),
    logged: (after, most) => call('logged', after, most),
    session: (board) => call('session', board),
    saveSession: (board, version, state) => call('saveSession', board, version, state),
    setAnswer: (board, version, answer) => call('setAnswer', board, version, answer),
    answers: (board, round) => call('answers', board, round),
    eraseAnswers: (board, round) => call('eraseAnswers', board, round),
    versions: (board) => call('versions', board),
    versionContent: (board, version) => call('versionContent', board, version),
    addVersion: (version, content, most) => call('addVersion', version, content, most),
    rewriteVersion: (board, version, content) => call('rewriteVersion', board, version, content),
    removeVersion: (board, version) => call('removeVersion', board, version),
    addImage: (board, image, at, most) => call('addImage', board, image, at, most),
    image: (board, id) => call('image', board, id),
    images: (board) => call('images', board),
    markImages: (board, unused, at) => call('markImages', board, unused, at),
    dropImages: (board, ids, before) => call('dropImages', board, ids, before),
    lease: (key, owner, ms) => call('lease', key, owner, ms),
    release: (key, owner) => call('release', key, owner),
    ping: () => call('ping'),
    async close() {
      await append([])
      await call('close')
      await worker.close()
    },
  }
}
