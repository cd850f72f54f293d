import { jsonToImages } from '../../shared/board/json-images.ts'
import { isRecord } from '../../shared/record.ts'
import { boardToJson, jsonToBoard, type BoardJson } from '../../shared/board/json.ts'
import { viewOf } from '../../shared/board/view.ts'
import type { PlainImage } from '../../shared/images/read-image.ts'
import { ok, type Result } from '../../shared/result.ts'
import { boardNotes } from './board-notes.ts'
import { countSides } from './count-sides.ts'
import type { ImportIssue, ImportSummary } from './issue.ts'
import { readJson } from './read-json.ts'

/** A board file that is known to be readable as a whole. */
export interface BoardFile {
  json: BoardJson
  images: ReadonlyMap<string, PlainImage>
  /** how much of the file its images take */
  imageBytes: number
  summary: ImportSummary
}

function imagesIn(json: unknown) {
  const written = isRecord(json) ? json['images'] : undefined
  const coded = isRecord(written) ? Object.values(written) : []
  const length = coded.reduce<number>((sum, value) => {
    const data = isRecord(value) ? value['data'] : undefined
    return typeof data === 'string' ? sum + data.length : sum
  }, 0)
  return { ...jsonToImages(written), length }
}

/** Reads a Rapport board file; fails with the line or the field that can't be read. */
export function readBoard(
  bytes: Uint8Array,
  now: string,
): Result<BoardFile, readonly ImportIssue[]> {
  const json = readJson(bytes)
  if (!json.ok) return json
  const board = jsonToBoard(json.value)
  if (!board.ok) return board
  const { images, broken, length } = imagesIn(json.value)
  const { objects } = viewOf(board.value)
  const count = (type: string): number => objects.filter((object) => object.type === type).length
  const summary = {
    organisations: count('organisation'),
    relationships: count('relationship'),
    readings: board.value.getMap('readings').size,
    ...countSides(
      objects
        .flatMap(({ fields: { ends } }) => (isRecord(ends) ? Object.values(ends) : []))
        .filter(isRecord),
    ),
    objects: board.value.getMap('objects').size,
    notes: [
      ...broken.map((id) => ({
        field: `images.${id}`,
        detail: 'This image can’t be read; it is left out.',
      })),
      ...boardNotes(board.value, now),
    ],
  }
  // As it was understood, so that what a hand-made file leaves out is there.
  const understood = boardToJson(board.value)
  board.value.destroy()
  return ok({ json: understood, images, imageBytes: length, summary })
}
