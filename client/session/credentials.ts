import * as v from 'valibot'
import { roles } from '../../shared/access.ts'
import type { JoinedBoard } from '../../shared/protocol/http.ts'
import { lasting, passing } from './storage.ts'

const CredentialsSchema = v.object({
  board: v.object({ id: v.string(), title: v.string(), epoch: v.string() }),
  participant: v.object({
    id: v.string(),
    role: v.picklist(roles),
    name: v.string(),
    organisation: v.nullable(v.string()),
    token: v.string(),
  }),
})

/** What lets this browser come back to a board without its link. */
export type Credentials = v.InferOutput<typeof CredentialsSchema>

const waitingKey = (board: string): string => `rapport.waiting.${board}`

/** What somebody has who waits to be let onto `board` from this browser; undefined when nobody does. */
export function waitingFor(board: string): Credentials | undefined {
  const parsed = v.safeParse(CredentialsSchema, lasting.read(waitingKey(board)))
  return parsed.success ? parsed.output : undefined
}

/** Keeps a place in the waiting room. */
export const keepWaiting = ({ board, participant }: JoinedBoard): void =>
  lasting.write(waitingKey(board.id), { board, participant })

/** Nobody waits here any more, because they were let in, refused, or gave up. */
export const forgetWaiting = (board: string): void => lasting.remove(waitingKey(board))

const keyOf = (board: string): string => `rapport.board.${board}`

/** The credentials kept for `board`, or undefined when there are none or they are unreadable. */
export function credentialsFor(board: string): Credentials | undefined {
  const parsed = v.safeParse(CredentialsSchema, lasting.read(keyOf(board)))
  return parsed.success ? parsed.output : undefined
}

/** Keeps what joining gave, and puts the board at the head of the recent ones. */
export function keepCredentials(joined: Pick<JoinedBoard, 'board' | 'participant'>): Credentials {
  const credentials: Credentials = { board: joined.board, participant: joined.participant }
  lasting.write(keyOf(joined.board.id), credentials)
  keepRecent(credentials)
  return credentials
}

/** Keeps whom the participant speaks for now, so that it is known before the server is heard. */
export const keepOrganisation = (
  { board, participant }: Credentials,
  organisation: string | null,
): void => lasting.write(keyOf(board.id), { board, participant: { ...participant, organisation } })

/** Under what this tab keeps the answers to a board's questions that are not given yet. */
export const draftsKey = (board: string): string => `rapport.drafts.${board}`

/** Under what this tab keeps what was typed on a board and not sent yet. */
export const unsentKey = (board: string): string => `rapport.unsent.${board}`

/** Forgets the way back to `board` and takes it off the list of recent ones. */
export function forgetBoard(board: string): void {
  lasting.remove(keyOf(board))
  passing.remove(linksKey(board))
  passing.remove(draftsKey(board))
  passing.remove(unsentKey(board))
  lasting.write(
    recentKey,
    recentBoards().filter((recent) => recent.id !== board),
  )
}

const RecentSchema = v.array(
  v.object({
    id: v.string(),
    title: v.string(),
    role: v.picklist(roles),
    name: v.string(),
    openedAt: v.number(),
  }),
)
/** A board that this browser has been on. */
export type RecentBoard = v.InferOutput<typeof RecentSchema>[number]

const recentKey = 'rapport.recent'
const RECENT_MAX = 8

/** The boards that this browser was on last, the newest first, at most eight. */
export function recentBoards(): RecentBoard[] {
  const parsed = v.safeParse(RecentSchema, lasting.read(recentKey))
  return parsed.success ? parsed.output : []
}

/** Notes that the board was opened now, under its present title. */
export function keepRecent({ board, participant }: Credentials, openedAt = Date.now()): void {
  const others = recentBoards().filter((recent) => recent.id !== board.id)
  const { role, name } = participant
  const entry: RecentBoard = { id: board.id, title: board.title, role, name, openedAt }
  lasting.write(recentKey, [entry, ...others].slice(0, RECENT_MAX))
}

const linksKey = (board: string): string => `rapport.links.${board}`
const LinksSchema = v.partial(
  v.object({ facilitator: v.string(), partner: v.string(), observer: v.string() }),
)
/** The links that this tab has seen being made; the server keeps only their hashes. */
export type Links = v.InferOutput<typeof LinksSchema>

/** The links to `board` that were made in this tab. */
export function linksFor(board: string): Links {
  const parsed = v.safeParse(LinksSchema, passing.read(linksKey(board)))
  return parsed.success ? parsed.output : {}
}

/** Remembers links to `board` for as long as the tab is open. */
export function keepLinks(board: string, links: Links): void {
  passing.write(linksKey(board), { ...linksFor(board), ...links })
}

const personKey = 'rapport.person'
const PersonSchema = v.object({
  name: v.string(),
  organisation: v.optional(v.string()),
  sector: v.optional(v.string()),
})
/** How a person called themselves last time, to fill forms in with. */
export type Person = v.InferOutput<typeof PersonSchema>

/** The person who used this browser last, if known. */
export function lastPerson(): Person | undefined {
  const parsed = v.safeParse(PersonSchema, lasting.read(personKey))
  return parsed.success ? parsed.output : undefined
}

/** Remembers the person for the next form. */
export const keepPerson = (person: Person): void => lasting.write(personKey, person)
