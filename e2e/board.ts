import * as v from 'valibot'
import type { Role } from '../shared/access.ts'
import { CreatedBoard, JoinedBoard } from '../shared/protocol/http.ts'
import type { ServerProcess } from './server.ts'

/** A board made over HTTP, as a program would make it. */
export type Board = CreatedBoard

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** Creates a board with organisations on it, by default two on a blank canvas. */
export async function createBoard(
  server: ServerProcess,
  {
    title = 'Winter discharge partnership',
    template = 'blank',
    organisations = ['Northbank Council', 'Riverside NHS Trust'],
  }: { title?: string; template?: string; organisations?: readonly string[] } = {},
): Promise<Board> {
  const made = await post(`${server.url}api/boards`, { title, template, organisations })
  return v.parse(CreatedBoard, made)
}

/** Joins over HTTP, without a browser. */
export async function joinByHttp(
  server: ServerProcess,
  board: Board,
  role: Role,
  name: string,
  organisation?: string,
): Promise<v.InferOutput<typeof JoinedBoard>> {
  const secret = new URL(board.links[role]).hash.slice(1)
  const joined = await post(`${server.url}api/boards/${board.id}/join`, {
    secret,
    name,
    ...(organisation === undefined ? {} : { organisation }),
  })
  return v.parse(JoinedBoard, joined)
}
