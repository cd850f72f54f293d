import * as v from 'valibot'
import {
  Admitted,
  BoardFacts,
  BoardPreview,
  CreatedBoard,
  CreatedLink,
  JoinedBoard,
  Place,
  Problem,
  type CreateBoard,
  type JoinBoard,
  type PatchBoard,
} from '../../shared/protocol/http.ts'
import type { Role } from '../../shared/access.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { t } from '../words/t.ts'
import { addressOf } from './base.ts'

/** A refusal by the server, or `status: 0` when no answer came at all. */
export type ApiError = Problem

/** What a call gives: the answer, or why not. */
export type Answer<T> = Result<T, ApiError>

const away: ApiError = {
  type: 'about:blank',
  title: 'The server can’t be reached',
  status: 0,
}

const tooLarge = (): string =>
  t(
    'It is larger than this network or the server’s proxy lets through. Ask IT, or make it smaller.',
  )

const notTheServer = (): string =>
  t(
    'Something else than the server answered, such as a sign-in page of this network. Sign in there, then try again.',
  )

const unreadable = (status: number): ApiError => ({
  type: 'about:blank',
  title: notTheServer(),
  status,
})

interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  token?: string
  json?: unknown
  /** a file as it is, or several with fields beside them */
  file?: Blob | FormData
  signal?: AbortSignal
  /** the kind of answer that is understood; default JSON */
  accept?: string
}

/** Asks the server for something that is no JSON. */
export async function send(
  path: string,
  { method = 'GET', token, json, file, signal, accept = 'application/json' }: Call,
): Promise<Answer<Response>> {
  const headers = new Headers({ accept })
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (json !== undefined) headers.set('content-type', 'application/json')
  if (file instanceof Blob) headers.set('content-type', 'application/octet-stream')
  const body = json === undefined ? (file ?? null) : JSON.stringify(json)
  try {
    const response = await fetch(addressOf(path), {
      method,
      headers,
      body,
      cache: 'no-store',
      ...(signal && { signal }),
    })
    return response.ok ? ok(response) : fail(await problemOf(response))
  } catch (error) {
    // fetch rejects with a TypeError when there is no network, and only then.
    if (error instanceof TypeError) return fail(away)
    throw error
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  const body = await jsonOf(response)
  const parsed = v.safeParse(Problem, body)
  if (parsed.success) return parsed.output
  // A proxy in front of a server that is down answers in HTML, and one that takes no large bodies does so too.
  return response.status === 413 ? { ...away, title: tooLarge(), status: 413 } : away
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

/** Asks the server and holds its answer against `schema`. */
export async function call<S extends v.GenericSchema>(
  path: string,
  options: Call,
  schema: S,
): Promise<Answer<v.InferOutput<S>>> {
  const response = await send(path, options)
  if (!response.ok) return response
  const parsed = v.safeParse(schema, await jsonOf(response.value))
  return parsed.success ? ok(parsed.output) : fail(unreadable(response.value.status))
}

const id = encodeURIComponent

/** Makes a board; its three links come back this once. */
export const createBoard = (body: CreateBoard, key?: string): Promise<Answer<CreatedBoard>> =>
  call('api/boards', { method: 'POST', json: body, ...(key && { token: key }) }, CreatedBoard)

/** What the holder of a link may know before joining. */
export const previewBoard = (board: string, secret: string): Promise<Answer<BoardPreview>> =>
  call(`api/boards/${id(board)}/preview`, { method: 'POST', json: { secret } }, BoardPreview)

/** What a short code leads to. */
export const previewCode = (code: string): Promise<Answer<BoardPreview>> =>
  call('api/codes', { method: 'POST', json: { code } }, BoardPreview)

/** Whether the holder of a token still waits to be let in. */
export const placeOn = (board: string, token: string): Promise<Answer<Place>> =>
  call(`api/boards/${id(board)}/place`, { token }, Place)

/** Lets people in who wait; says who could not be, and why. */
export const admitPeople = (
  board: string,
  token: string,
  participants: readonly string[],
): Promise<Answer<Admitted>> =>
  call(
    `api/boards/${id(board)}/admissions`,
    { method: 'POST', token, json: { participants } },
    Admitted,
  )

/** Takes somebody off the board, or refuses them while they wait. */
export async function removePerson(
  board: string,
  token: string,
  participant: string,
): Promise<Answer<null>> {
  const path = `api/boards/${id(board)}/participants/${id(participant)}`
  const answer = await send(path, { method: 'DELETE', token })
  return answer.ok ? ok(null) : answer
}

/** Joins a board by a link's secret or a short code. */
export const joinBoard = (board: string, body: JoinBoard): Promise<Answer<JoinedBoard>> =>
  call(`api/boards/${id(board)}/join`, { method: 'POST', json: body }, JoinedBoard)

/** The board's facts, for who still has a place on it. */
export const checkBoard = (board: string, token: string): Promise<Answer<BoardFacts>> =>
  call(`api/boards/${id(board)}`, { token }, BoardFacts)

/** Changes the board's own settings. */
export const changeBoard = (
  board: string,
  token: string,
  patch: PatchBoard,
): Promise<Answer<BoardFacts>> =>
  call(`api/boards/${id(board)}`, { method: 'PATCH', token, json: patch }, BoardFacts)

/** Makes another link for a role; its address comes back this once. */
export async function makeLink(board: string, token: string, role: Role): Promise<Answer<string>> {
  const answer = await call(
    `api/boards/${id(board)}/links`,
    { method: 'POST', token, json: { role } },
    CreatedLink,
  )
  return answer.ok ? ok(answer.value.url) : answer
}
