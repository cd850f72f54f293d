import type {
  BoardRow,
  BoardStore,
  ImageRow,
  LinkRow,
  ParticipantRow,
  VersionRow,
} from '../../server/store/store.ts'
import { SCRIBED } from '../../shared/session/results.ts'

/** A board in memory. */
export interface Board {
  /** how many boards were made up to it */
  place: number
  row: BoardRow
  revision: number
  seq: number
  snapshot: { seq: number; update: Uint8Array }
  updates: { seq: number; update: Uint8Array }[]
  claims: { clientId: number; participant: string; seq: number }[]
  links: LinkRow[]
  participants: ParticipantRow[]
  session: { version: number; state: string | null }
  /** round id → author → body */
  answers: Map<string, Map<string, string>>
  /** the newest first */
  versions: { row: VersionRow; content: Uint8Array }[]
  images: Map<string, { row: ImageRow; bytes: Uint8Array }>
}

/** What a store in memory is made of. */
interface Tools {
  read<T>(get: () => T): Promise<T>
  write<T>(kind: 'other', change: () => T): Promise<T>
  /** throws when the board is unknown */
  board(id: string): Board
  find(id: string): Board | undefined
}

type Beside =
  | 'session'
  | 'saveSession'
  | 'setAnswer'
  | 'answers'
  | 'eraseAnswers'
  | 'versions'
  | 'versionContent'
  | 'addVersion'
  | 'rewriteVersion'
  | 'removeVersion'
  | 'addImage'
  | 'image'
  | 'images'
  | 'markImages'
  | 'dropImages'

/** The part of a store's calls that is about what lies beside a board's document. */
export const besideDocument = ({ read, write, board, find }: Tools): Pick<BoardStore, Beside> => ({
  session: (id) =>
    read(() => {
      const { session, answers } = board(id)
      const rounds = [...answers].filter(([, given]) => given.size > 0)
      const count = (isMeant: (author: string) => boolean): Record<string, number> =>
        Object.fromEntries(
          rounds.map(([round, given]) => [round, [...given.keys()].filter(isMeant).length]),
        )
      return {
        ...session,
        answered: count(() => true),
        scribed: count((author) => author.startsWith(SCRIBED)),
      }
    }),
  saveSession: (id, version, state) =>
    write('other', () => {
      const of = find(id)
      if (of?.session.version !== version) return false
      of.session = { version: version + 1, state }
      of.revision += 1
      return true
    }),
  setAnswer: (id, version, { round, author, body }) =>
    write('other', () => {
      const of = board(id)
      if (of.session.version !== version) return false
      const given = of.answers.get(round) ?? new Map<string, string>()
      of.answers.set(round, given)
      if (body === null) given.delete(author)
      else given.set(author, body)
      of.revision += 1
      return true
    }),
  answers: (id, round) =>
    read(() =>
      [...(board(id).answers.get(round) ?? [])]
        .map(([author, body]) => ({ author, body }))
        .sort((a, b) => (a.author < b.author ? -1 : 1)),
    ),
  eraseAnswers: (id, round) =>
    write('other', () => {
      board(id).answers.delete(round)
    }),
  versions: (id) => read(() => (find(id)?.versions ?? []).map(({ row }) => ({ ...row }))),
  addImage: (id, { bytes, ...facts }, at, most) =>
    write('other', () => {
      const { images } = board(id)
      const taken = [...images.values()].reduce((sum, { row }) => sum + row.size, 0)
      if (!images.has(facts.id) && taken + bytes.length > most) return false
      const row = { ...facts, size: bytes.length, addedAt: at, unusedSince: null }
      images.set(facts.id, { row, bytes: Uint8Array.from(bytes) })
      return true
    }),
  image: (id, image) =>
    read(() => {
      const found = find(id)?.images.get(image)
      if (!found) return undefined
      const { size: _size, addedAt: _addedAt, unusedSince: _unusedSince, ...facts } = found.row
      return { ...facts, bytes: found.bytes }
    }),
  images: (id) =>
    read(() =>
      [...(find(id)?.images.values() ?? [])]
        .map(({ row }) => row)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  markImages: (id, unused, at) =>
    write('other', () => {
      for (const { row } of board(id).images.values()) {
        row.unusedSince = unused.includes(row.id) ? (row.unusedSince ?? at) : null
      }
    }),
  dropImages: (id, ids, before) =>
    write('other', () => {
      const { images } = board(id)
      for (const one of ids) {
        const { addedAt = before, unusedSince = before } = images.get(one)?.row ?? {}
        if (Math.max(addedAt, unusedSince ?? before) < before) images.delete(one)
      }
    }),
  versionContent: (id, version) =>
    read(() => find(id)?.versions.find(({ row }) => row.id === version)?.content),
  addVersion: (row, content, most) =>
    write('other', () => {
      const of = board(row.board)
      const automatic = of.versions.filter((one) => one.row.kind !== 'saved')
      const surplus = Math.max(0, of.versions.length + 1 - most)
      if (automatic.length < surplus) return false
      const gone = new Set(surplus === 0 ? [] : automatic.slice(-surplus))
      of.versions = [
        { row: { ...row }, content: Uint8Array.from(content) },
        ...of.versions.filter((one) => !gone.has(one)),
      ]
      return true
    }),
  rewriteVersion: (id, version, content) =>
    write('other', () => {
      const of = find(id)
      if (!of?.versions.some(({ row }) => row.id === version)) return false
      of.versions = of.versions.map((one) =>
        one.row.id === version ? { row: one.row, content: Uint8Array.from(content) } : one,
      )
      return true
    }),
  removeVersion: (id, version) =>
    write('other', () => {
      const of = find(id)
      const kept = of?.versions.filter(({ row }) => row.id !== version) ?? []
      if (!of || kept.length === of.versions.length) return false
      of.versions = kept
      return true
    }),
})
