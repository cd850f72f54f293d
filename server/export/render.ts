import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import * as Y from 'yjs'
import { imageIdsIn, imagesToJson } from '../../shared/board/json-images.ts'
import { boardToJson, type BoardJson } from '../../shared/board/json.ts'
import { contentOf } from '../../shared/compare/content.ts'
import { boardKeys, rootsOf } from '../../shared/board/layout.ts'
import { viewOf, type BoardView } from '../../shared/board/view.ts'
import type { Token } from '../../shared/look/palette.ts'
import type { Since } from '../../shared/paper/compose-change.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { plain } from '../../shared/board/object.ts'
import { composePaper } from '../../shared/paper/compose-paper.ts'
import { readPaperSettings } from '../../shared/paper/settings.ts'
import { csvOf, csvZipOf } from './csv.ts'
import { docxOf } from './docx.ts'
import type { ExportedFile, ExportJob, ExportProblem, PictureBackground } from './exporter.ts'
import { ExportImages } from './images.ts'
import { fileNameOf } from './file-name.ts'
import { gexfOf } from './gexf.ts'
import { graphmlOf } from './graphml.ts'
import { kumuOf } from './kumu.ts'
import { networkTablesOf } from './network-tables.ts'
import { pdfOf } from './pdf.ts'
import { pngOf, vectorOf, type PictureOptions } from './picture.ts'
import { questionsRegister } from './questions-register.ts'
import { registersOf, type Register } from './registers.ts'
import { toldIn } from '../../shared/paper/told-view.ts'
import { versionName } from '../../shared/protocol/version-name.ts'
import { cy } from '../../shared/words/cy/cy.ts'
import { speechOf } from '../../shared/words/speech.ts'
import { english, wordsFor, type Words } from '../../shared/words/words.ts'
import { unheard, type Report } from './tally.ts'
import { xlsxOf } from './xlsx.ts'
import { oneLine } from '../../shared/paper/printable.ts'

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'application/zip',
  kumu: 'application/json',
  graphml: 'application/graphml+xml',
  gexf: 'application/gexf+xml',
}

const grounds: Readonly<Record<PictureBackground, Token | null>> = {
  paper: 'paper',
  white: 'raised',
  transparent: null,
}

const wordsOf = ({ language = 'en' }: ExportJob): Words => (language === 'cy' ? cy : english)

/** Everything that a board is, the pictures that it shows included. */
function wholeOf(doc: Y.Doc, { images = [] }: ExportJob): BoardJson {
  const shown = imageIdsIn(doc)
  const kept = images.filter(({ id }) => shown.has(id))
  return { ...boardToJson(doc), ...(kept.length > 0 && { images: imagesToJson(kept) }) }
}

function sinceOf(job: ExportJob, now: Y.Doc): Since | undefined {
  const { since } = job
  if (!since) return undefined
  const then = new Y.Doc()
  Y.applyUpdate(then, since.state)
  const name = versionName(since, speechOf(wordsOf(job)).say)
  return { name, at: since.at, before: contentOf(then), after: contentOf(now) }
}

function pictureOf(
  job: ExportJob,
  view: BoardView,
  rest: Pick<PictureOptions, 'title' | 'images'>,
): Result<Uint8Array, ExportProblem> {
  const { frame, objects, scale, background = 'paper' } = job
  const told = toldIn(view, wordsOf(job))
  const ids = new Set(objects?.filter((id) => view.object(id)))
  if (objects && ids.size === 0) {
    return fail({ kind: 'unknown-objects', detail: 'None of these objects is on the board.' })
  }
  const options: PictureOptions = {
    ...rest,
    background: grounds[background],
    ...(frame !== undefined && { frame }),
    ...(objects && { ids }),
    ...(scale !== undefined && { scale }),
  }
  if (job.format === 'svg') return ok(new TextEncoder().encode(vectorOf(told, options)))
  const made = pngOf(told, options)
  return made.ok ? made : fail({ kind: 'too-large', detail: made.error })
}

/** All that a spreadsheet gets: a register for each type of object, and what everyone was asked. */
const tablesOf = (view: BoardView, { rounds = [] }: ExportJob): Register[] => [
  ...registersOf(view),
  questionsRegister(rounds, view),
]

async function bytesOf(
  job: ExportJob & { format: Exclude<ExportFormat, 'png' | 'svg'> },
  title: string,
  doc: Y.Doc,
  view: BoardView,
  report: Report,
): Promise<Uint8Array> {
  const part = job.frame === undefined ? {} : { frame: job.frame }
  const images = new ExportImages(job.images ?? [])
  const settings = readPaperSettings(plain(rootsOf(doc).board.get(boardKeys.paper)))
  const since = sinceOf(job, doc)
  const paper = {
    title,
    generatedAt: job.generatedAt,
    words: wordsOf(job),
    settings,
    ...part,
    ...(since && { since }),
    ...(job.rounds && { rounds: job.rounds }),
  }
  switch (job.format) {
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(wholeOf(doc, job))}\n`)
    case 'pdf':
      return pdfOf(composePaper(view, paper), images, report)
    case 'docx':
      return docxOf(composePaper(view, paper), images, report)
    case 'xlsx':
      return xlsxOf(tablesOf(view, job))
    case 'csv':
      return csvZipOf(tablesOf(view, job))
    case 'kumu':
      return new TextEncoder().encode(kumuOf(networkTablesOf(view, job.frame)))
    case 'graphml':
      return new TextEncoder().encode(graphmlOf(networkTablesOf(view, job.frame)))
    case 'gexf': {
      const day = job.generatedAt.toISOString().slice(0, 10)
      return new TextEncoder().encode(gexfOf(networkTablesOf(view, job.frame), title, day))
    }
  }
}

/** Makes one file of a board, and tells of each step. Throws when the state is no Yjs update, or on a fault of its own. */
export async function renderExport(
  job: ExportJob,
  report = unheard,
): Promise<Result<ExportedFile, ExportProblem>> {
  report({ step: 'reading' })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, job.state)
  const view = viewOf(doc)
  if (job.frame !== undefined && view.object(job.frame)?.type !== 'frame') {
    return fail({ kind: 'unknown-frame', detail: 'There is no such frame on the board.' })
  }
  const title =
    oneLine(job.title) ||
    oneLine(view.fact(boardKeys.title)) ||
    wordsFor(wordsOf(job), 'Untitled board')
  if (job.format === 'csv' && job.table !== undefined) {
    const table = tablesOf(view, job).find(({ id }) => id === job.table)
    if (!table) {
      return fail({ kind: 'unknown-table', detail: 'There is no such register on the board.' })
    }
    const fileName = fileNameOf(title, 'csv', job.generatedAt, { table: table.id })
    return ok({ bytes: csvOf(table), mediaType: 'text/csv; charset=utf-8', fileName })
  }
  const { format } = job
  report({ step: format === 'pdf' || format === 'docx' ? 'composing' : 'writing' })
  const made =
    format === 'png' || format === 'svg'
      ? pictureOf(job, view, { title, images: new ExportImages(job.images ?? []) })
      : ok(await bytesOf({ ...job, format }, title, doc, view, report))
  if (!made.ok) return made
  return ok({
    bytes: made.value,
    mediaType: mediaTypes[job.format],
    fileName: fileNameOf(title, job.format, job.generatedAt, { words: wordsOf(job) }),
  })
}
