import * as Y from 'yjs'
import { imageIdsIn, imagesToJson } from '../../shared/board/json-images.ts'
import { boardToJson, type BoardJson } from '../../shared/board/json.ts'
import { boardKeys, rootsOf } from '../../shared/board/layout.ts'
import { viewOf, type BoardView } from '../../shared/board/view.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { plain } from '../../shared/board/object.ts'
import { composePaper } from '../../shared/paper/compose-paper.ts'
import { readPaperSettings } from '../../shared/paper/settings.ts'
import { csvOf, csvZipOf } from './csv.ts'
import { docxOf } from './docx.ts'
import type { ExportedFile, ExportFormat, ExportJob, ExportProblem } from './exporter.ts'
import { ExportImages } from './images.ts'
import { fileNameOf } from './file-name.ts'
import { gexfOf } from './gexf.ts'
import { graphmlOf } from './graphml.ts'
import { kumuOf } from './kumu.ts'
import { networkTablesOf } from './network-tables.ts'
import { pdfOf } from './pdf.ts'
import { pngOf, vectorOf } from './picture.ts'
import { registersOf } from './registers.ts'
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

/** Everything that a board is, the pictures that it shows included. */
function wholeOf(doc: Y.Doc, { images = [] }: ExportJob): BoardJson {
  const shown = imageIdsIn(doc)
  const kept = images.filter(({ id }) => shown.has(id))
  return { ...boardToJson(doc), ...(kept.length > 0 && { images: imagesToJson(kept) }) }
}

async function bytesOf(
  job: ExportJob,
  title: string,
  doc: Y.Doc,
  view: BoardView,
): Promise<Uint8Array> {
  const part = job.frame === undefined ? {} : { frame: job.frame }
  const images = new ExportImages(job.images ?? [])
  const settings = readPaperSettings(plain(rootsOf(doc).board.get(boardKeys.paper)))
  const paper = { title, generatedAt: job.generatedAt, settings, ...part }
  switch (job.format) {
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(wholeOf(doc, job), undefined, 1)}\n`)
    case 'svg':
      return new TextEncoder().encode(vectorOf(view, { title, images, ...part }))
    case 'png':
      return pngOf(view, { title, images, ...part })
    case 'pdf':
      return pdfOf(composePaper(view, paper), images)
    case 'docx':
      return docxOf(composePaper(view, paper), images)
    case 'xlsx':
      return xlsxOf(registersOf(view))
    case 'csv':
      return csvZipOf(registersOf(view))
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

/** Makes one file of a board. Throws when the state is no Yjs update, or on a fault of its own. */
export async function renderExport(job: ExportJob): Promise<Result<ExportedFile, ExportProblem>> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, job.state)
  const view = viewOf(doc)
  if (job.frame !== undefined && view.object(job.frame)?.type !== 'frame') {
    return fail({ kind: 'unknown-frame', detail: 'There is no such frame on the board.' })
  }
  const title = oneLine(job.title) || oneLine(view.fact(boardKeys.title)) || 'Untitled board'
  if (job.format === 'csv' && job.table !== undefined) {
    const table = registersOf(view).find(({ id }) => id === job.table)
    if (!table) {
      return fail({ kind: 'unknown-table', detail: 'There is no such register on the board.' })
    }
    const fileName = fileNameOf(title, 'csv', job.generatedAt, table.id)
    return ok({ bytes: csvOf(table), mediaType: 'text/csv; charset=utf-8', fileName })
  }
  const bytes = await bytesOf(job, title, doc, view)
  return ok({
    bytes,
    mediaType: mediaTypes[job.format],
    fileName: fileNameOf(title, job.format, job.generatedAt),
  })
}
