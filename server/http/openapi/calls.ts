import * as v from 'valibot'
import { imageTypes } from '../../../shared/images/read-image.ts'
import { Imported } from '../../../shared/exchange/imported.ts'
import { ImportPreview } from '../../../shared/exchange/mapping.ts'
import { BoardAnswer } from '../../../shared/protocol/board-answer.ts'
import { CheckAnswer } from '../../../shared/protocol/check.ts'
import * as http from '../../../shared/protocol/http.ts'
import {
  RestoredVersion,
  SaveVersion,
  VersionFacts,
  VersionList,
} from '../../../shared/protocol/versions.ts'
import { ExportQuery } from '../export-query.ts'
import { ImportQuery } from '../import-request.ts'

/** Who may make a call: with `link`, whose body proves that they have a link or a short code; with a token of a role; or with the operator's key. */
type Who = 'anyone' | 'create-key' | 'link' | 'participant' | 'editor' | 'facilitator'

/** One call of the HTTP API; its path is below `/api`, with a place as `:name`. */
export interface ApiCall {
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  /** what it does, in one line */
  summary: string
  who: Who
  query?: v.GenericSchema
  /** JSON of this shape, or bytes of one of these media types */
  body?: v.GenericSchema | readonly string[]
  /** the answer when all is well: JSON of this shape, bytes of one of these media types, or nothing */
  gives: { status: 200 | 201 | 204; body?: v.GenericSchema | readonly string[] }
}

const anyFile = ['application/octet-stream']

/** Every call below `/api`. */
export const apiCalls: readonly ApiCall[] = [
  {
    method: 'post',
    path: '/boards',
    summary: 'Create a board and its three links',
    who: 'create-key',
    body: http.CreateBoard,
    gives: { status: 201, body: http.CreatedBoard },
  },
  {
    method: 'get',
    path: '/boards/:id',
    summary: 'The board’s facts, who has joined it, and its session',
    who: 'participant',
    gives: { status: 200, body: BoardAnswer },
  },
  {
    method: 'patch',
    path: '/boards/:id',
    summary: 'Change the board’s settings',
    who: 'facilitator',
    body: http.PatchBoard,
    gives: { status: 200, body: BoardAnswer },
  },
  {
    method: 'delete',
    path: '/boards/:id',
    summary: 'Delete the board and everything about it',
    who: 'facilitator',
    gives: { status: 204 },
  },
  {
    method: 'post',
    path: '/codes',
    summary: 'What a short code opens',
    who: 'anyone',
    body: http.PreviewCode,
    gives: { status: 200, body: http.BoardPreview },
  },
  {
    method: 'post',
    path: '/boards/:id/preview',
    summary: 'What a link opens',
    who: 'link',
    body: http.PreviewBoard,
    gives: { status: 200, body: http.BoardPreview },
  },
  {
    method: 'post',
    path: '/boards/:id/join',
    summary: 'Join the board by a link or a short code; gives a token',
    who: 'link',
    body: http.JoinBoard,
    gives: { status: 200, body: http.JoinedBoard },
  },
  {
    method: 'get',
    path: '/boards/:id/place',
    summary: 'Whether the asker still waits to be let in',
    who: 'participant',
    gives: { status: 200, body: http.Place },
  },
  {
    method: 'post',
    path: '/boards/:id/admissions',
    summary: 'Let people in who wait',
    who: 'facilitator',
    body: http.Admit,
    gives: { status: 200, body: http.Admitted },
  },
  {
    method: 'delete',
    path: '/boards/:id/participants/:participant',
    summary: 'Remove a participant, or turn down who waits',
    who: 'facilitator',
    gives: { status: 204 },
  },
  {
    method: 'delete',
    path: '/boards/:id/participants/:participant/name',
    summary:
      'Remove a participant and erase their name from the board, its versions and the list of who joined',
    who: 'facilitator',
    gives: { status: 204 },
  },
  {
    method: 'get',
    path: '/boards/:id/links',
    summary: 'The board’s links, without their secrets',
    who: 'facilitator',
    gives: { status: 200, body: v.array(http.LinkFacts) },
  },
  {
    method: 'post',
    path: '/boards/:id/links',
    summary: 'Make a link',
    who: 'facilitator',
    body: http.CreateLink,
    gives: { status: 201, body: http.CreatedLink },
  },
  {
    method: 'delete',
    path: '/boards/:id/links/:link',
    summary: 'Withdraw a link; whoever came by it is disconnected',
    who: 'facilitator',
    gives: { status: 204 },
  },
  {
    method: 'get',
    path: '/boards/:id/export',
    summary: 'The board, or a version of it, as a file',
    who: 'participant',
    query: ExportQuery,
    gives: { status: 200, body: anyFile },
  },
  {
    method: 'post',
    path: '/boards/:id/import',
    summary: 'Bring a file, or several of one map, into the board: all of it or nothing',
    who: 'facilitator',
    query: ImportQuery,
    body: [...anyFile, 'multipart/form-data'],
    gives: { status: 200, body: Imported },
  },
  {
    method: 'post',
    path: '/boards/:id/import/preview',
    summary: 'What a file holds and what its columns are taken for; changes nothing',
    who: 'facilitator',
    query: ImportQuery,
    body: [...anyFile, 'multipart/form-data'],
    gives: { status: 200, body: ImportPreview },
  },
  {
    method: 'post',
    path: '/boards/:id/images',
    summary: 'Keep a picture for the board’s images',
    who: 'editor',
    body: [...imageTypes, ...anyFile],
    gives: { status: 201, body: http.KeptImage },
  },
  {
    method: 'get',
    path: '/boards/:id/images/:image',
    summary: 'A picture of the board',
    who: 'participant',
    gives: { status: 200, body: imageTypes },
  },
  {
    method: 'get',
    path: '/boards/:id/versions',
    summary: 'The board’s versions, newest first',
    who: 'participant',
    gives: { status: 200, body: VersionList },
  },
  {
    method: 'post',
    path: '/boards/:id/versions',
    summary: 'Save the board as it is now under a name',
    who: 'facilitator',
    body: SaveVersion,
    gives: { status: 201, body: VersionFacts },
  },
  {
    method: 'get',
    path: '/boards/:id/versions/:version',
    summary: 'The document of a version as one Yjs update',
    who: 'participant',
    gives: { status: 200, body: anyFile },
  },
  {
    method: 'post',
    path: '/boards/:id/versions/:version/restore',
    summary: 'Bring the board back to a version, as an edit, with what was there kept first',
    who: 'facilitator',
    gives: { status: 200, body: RestoredVersion },
  },
  {
    method: 'delete',
    path: '/boards/:id/versions/:version',
    summary: 'Delete a version',
    who: 'facilitator',
    gives: { status: 204 },
  },
  {
    method: 'post',
    path: '/check',
    summary: 'The server’s version and clock, for the self-test',
    who: 'anyone',
    gives: { status: 200, body: CheckAnswer },
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    who: 'anyone',
    gives: { status: 200, body: v.looseObject({ openapi: v.string() }) },
  },
]
