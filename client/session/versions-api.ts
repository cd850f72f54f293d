import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import {
  RestoredVersion,
  VersionFacts,
  VersionList,
  type SaveVersion,
} from '../../shared/protocol/versions.ts'
import { ok } from '../../shared/result.ts'
import { call, send, type Answer } from './api.ts'

/** Which board, and by whose token. */
export interface Place {
  board: string
  token: string
}

const path = (board: string, rest = ''): string =>
  `api/boards/${encodeURIComponent(board)}/versions${rest}`

const one = (board: string, version: string, rest = ''): string =>
  path(board, `/${encodeURIComponent(version)}${rest}`)

/** The board's versions, the newest first. */
export const listVersions = ({ board, token }: Place): Promise<Answer<VersionList>> =>
  call(path(board), { token }, VersionList)

/** Keeps the board as the server has it as a version. */
export const saveVersion = (
  { board, token }: Place,
  body: SaveVersion,
): Promise<Answer<VersionFacts>> =>
  call(path(board), { method: 'POST', token, json: body }, VersionFacts)

/** Brings the board back to a version, for everyone. */
export const restoreVersion = (
  { board, token }: Place,
  version: string,
): Promise<Answer<RestoredVersion>> =>
  call(one(board, version, '/restore'), { method: 'POST', token }, RestoredVersion)

/** Deletes a version for good. */
export async function deleteVersion(
  { board, token }: Place,
  version: string,
): Promise<Answer<undefined>> {
  const answer = await send(one(board, version), { method: 'DELETE', token })
  return answer.ok ? ok(undefined) : answer
}

/** A version's document as one Yjs update. */
export async function readVersion(
  { board, token }: Place,
  version: string,
): Promise<Answer<Uint8Array>> {
  const answer = await send(one(board, version), { token })
  return answer.ok ? ok(new Uint8Array(await answer.value.arrayBuffer())) : answer
}

/** The board as a file as it was in a version. */
export async function versionFile(
  { board, token }: Place,
  version: string,
  format: ExportFormat,
): Promise<Answer<Blob>> {
  const query = new URLSearchParams({ format, version })
  const answer = await send(`api/boards/${encodeURIComponent(board)}/export?${query}`, { token })
  return answer.ok ? ok(await answer.value.blob()) : answer
}
