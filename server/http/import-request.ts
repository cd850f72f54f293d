import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { encodings, importFormats, ImportMapping } from '../../shared/exchange/mapping.ts'
import { filled } from '../../shared/words/told.ts'
import type { ImportFile } from '../import/import.ts'
import { parse } from './parse.ts'
import { HttpProblem } from './problem.ts'

const measures = ['trust', 'contact', 'level'] as const
const directions = ['higher', 'lower'] as const
const format = v.picklist(importFormats, `“format” must be one of ${importFormats.join(', ')}.`)
const others = {
  measure: v.optional(v.picklist(measures, `“measure” must be one of ${measures.join(', ')}.`)),
  direction: v.optional(
    v.picklist(directions, `“direction” must be one of ${directions.join(', ')}.`),
  ),
  encoding: v.optional(v.picklist(encodings, `“encoding” must be one of ${encodings.join(', ')}.`)),
  mapping: v.optional(v.string('“mapping” must be given once.')),
}
/** Query of `POST /api/boards/:id/import`; without a `format` the content tells it. */
export const ImportQuery = v.object({ format: v.optional(format, 'auto'), ...others })

/** More files than this are no one map. */
const MOST_FILES = 4

const NO_BODY = 'The file is empty; send it as it is, as the body of the request.'
const BAD_FORM = 'The form could not be read; send it as multipart/form-data with its files.'

const wrongMapping = (detail: string): HttpProblem =>
  new HttpProblem(422, detail, { kind: 'invalid', errors: [{ field: 'mapping', detail }] })

function mappingIn(text: string): ImportMapping {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw wrongMapping('“mapping” is not valid JSON.')
  }
  return parse(v.object({ mapping: ImportMapping }), { mapping: json }).mapping
}

interface Parts {
  files: readonly Uint8Array[]
  mapping: string | undefined
}

/** The files and the mapping of a form; its size is bounded, as that of any body. */
async function partsOf(body: Buffer, type: string): Promise<Parts> {
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new HttpProblem(400, BAD_FORM)
  }
  const files = [...form.values()].filter((value) => typeof value !== 'string')
  if (files.length > MOST_FILES) {
    throw new HttpProblem(422, filled('At most {n} files make one import.', { n: MOST_FILES }))
  }
  const mapping = form.get('mapping')
  return {
    files: await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer()))),
    mapping: typeof mapping === 'string' ? mapping : undefined,
  }
}

/** What a request asks to import: its body as the one file, or a form with several and a `mapping`. `now` in ms since 1970. */
export async function importFileOf(request: FastifyRequest, now: number): Promise<ImportFile> {
  const type = request.headers['content-type'] ?? ''
  const isForm = /^multipart\/form-data\b/i.test(type)
  const query = parse(ImportQuery, request.query)
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
    throw new HttpProblem(422, NO_BODY, { kind: 'file-refused', errors: [{ detail: NO_BODY }] })
  }
  const { files, mapping = query.mapping }: Parts = isForm
    ? await partsOf(request.body, type)
    : { files: [request.body], mapping: query.mapping }
  const [bytes, ...more] = files
  if (!bytes) throw new HttpProblem(400, 'The form has no file.')
  return {
    format: query.format,
    bytes,
    options: {
      now: new Date(now).toISOString(),
      ...(query.measure && { measure: query.measure }),
      ...(query.direction && { direction: query.direction }),
      ...(query.encoding && { encoding: query.encoding }),
      ...(mapping !== undefined && { mapping: mappingIn(mapping) }),
      ...(more.length > 0 && { more }),
    },
  }
}
