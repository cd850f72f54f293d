import * as v from 'valibot'
import { allMeanings } from '../board/lane-meaning.ts'
import type { NewObject } from '../board/commands.ts'
import type { BoardObject } from '../board/object.ts'
import { MAX_COORDINATE } from '../geometry.ts'
import { newId } from '../ids.ts'
import { limits } from '../limits.ts'
import { readField } from '../objects/fields.ts'
import { definitionOf } from '../objects/index.ts'
import { lineOf } from '../protocol/line.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Told } from '../protocol/told.ts'
import { filled, toldBy } from '../words/told.ts'

/** The value of `format` in every file that holds a template. */
export const TEMPLATE_FORMAT = 'rapport-template'
const VERSION = 1

/** Most objects that a template may hold. */
export const MOST_OBJECTS = 2_000

/** The types that a template can hold, each with the fields that it keeps: none that says what people answered or who they are. */
const kept: Readonly<Record<string, readonly string[]>> = {
  frame: ['title', 'prompt', 'tone'],
  text: ['text', 'style', 'turn'],
  shape: ['text', 'kind', 'fill', 'outline', 'turn'],
  note: ['text', 'colour', 'turn'],
  organisation: ['name', 'sector', 'colour'],
  relationship: ['from', 'to'],
}

/** What a template says of a frame beside the fields that people see. */
const stage = {
  minutes: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1_440))),
  takes: v.optional(v.literal('assumption')),
  means: v.optional(v.picklist(allMeanings)),
}

const coordinate = v.pipe(v.number(), v.minValue(-MAX_COORDINATE), v.maxValue(MAX_COORDINATE))
const side = v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_COORDINATE))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

const TemplateObject = v.object({
  id,
  type: v.picklist(Object.keys(kept)),
  at: v.tuple([coordinate, coordinate]),
  size: v.tuple([side, side]),
  frame: v.optional(id),
  fields: v.record(v.string(), v.union([v.pipe(v.string(), v.maxLength(limits.text)), v.number()])),
})
type TemplateObject = v.InferOutput<typeof TemplateObject>

const TemplateSchema = v.object({
  format: v.literal(TEMPLATE_FORMAT),
  version: v.literal(VERSION),
  name: lineOf('The template’s name', limits.title),
  objects: v.pipe(v.array(TemplateObject), v.maxLength(MOST_OBJECTS)),
})
/** A template as a file: what a board is furnished with, from the bottom to the top. */
export type TemplateFile = v.InferOutput<typeof TemplateSchema>

/** What a template takes along beside frames, prompts and stages. */
export interface TemplateChoice {
  organisations: boolean
  notes: boolean
}

/** Whether what stands in a template for itself: a frame, or words that another template brought. */
const isFurniture = ({ type, fields }: Pick<BoardObject, 'type' | 'fields'>): boolean =>
  type === 'frame' || ((type === 'text' || type === 'shape') && fields['furniture'] === true)

function isTaken(object: BoardObject, { organisations, notes }: TemplateChoice): boolean {
  if (isFurniture(object)) return true
  if (object.type === 'organisation' || object.type === 'relationship') return organisations
  return notes && (object.type === 'note' || object.type === 'text' || object.type === 'shape')
}

/** The fields that a template keeps of an object, read as its type says; empty ones are left out. */
function keptFields({ type, fields }: Pick<BoardObject, 'type' | 'fields'>) {
  const definition = definitionOf(type)
  const entries = (kept[type] ?? []).flatMap((key): [string, string | number][] => {
    const field = definition?.fields[key]
    const raw = fields[key]
    const value = field && raw !== undefined ? readField(field, raw) : undefined
    return (typeof value === 'string' && value !== '') || typeof value === 'number'
      ? [[key, value]]
      : []
  })
  if (type === 'frame') {
    for (const [key, schema] of Object.entries(stage)) {
      const said = v.safeParse(schema, fields[key])
      if (said.success && said.output !== undefined) entries.push([key, said.output])
    }
  }
  return Object.fromEntries(entries)
}

/** A board's frames, prompts and stages as a template, with what else is chosen; `objects` from the bottom to the top. */
export function templateOf(
  objects: readonly BoardObject[],
  name: string,
  choice: TemplateChoice,
): TemplateFile {
  const taken = objects.filter((object) => isTaken(object, choice)).slice(0, MOST_OBJECTS)
  const ids = new Map(taken.map((object, i) => [object.id, `o${i + 1}`]))
  return {
    format: TEMPLATE_FORMAT,
    version: VERSION,
    name: name.trim().slice(0, limits.title) || 'Template',
    objects: taken.flatMap((object): TemplateObject[] => {
      const fields = keptFields(object)
      // Ids of the board it came from are nobody's business.
      for (const end of ['from', 'to']) {
        if (object.type !== 'relationship') continue
        const other = ids.get(String(fields[end]))
        if (other === undefined) return []
        fields[end] = other
      }
      const frame = object.frame === undefined ? undefined : ids.get(object.frame)
      const made: TemplateObject = {
        id: ids.get(object.id) ?? newId(),
        type: object.type,
        at: [object.at[0], object.at[1]],
        size: [object.size[0], object.size[1]],
        fields,
      }
      return [{ ...made, ...(frame !== undefined && { frame }) }]
    }),
  }
}

function faultOf(issue: v.BaseIssue<unknown>): Told {
  const where = v.getDotPath(issue)
  if (where === null) return { detail: 'This is no template of Rapport.' }
  if (where === 'format') {
    return { detail: 'This is no template of Rapport: “format” has to say so.' }
  }
  if (where === 'version') {
    return { detail: 'This template was saved by a newer version of Rapport.' }
  }
  return issue.message.startsWith('Invalid ')
    ? filled('“{field}” is not valid.', { field: where })
    : filled('{what} (“{field}”)', { what: toldBy(issue), field: where })
}

const noObject = (field: string, object: string): Told =>
  filled('“{field}”: there is no object “{id}”.', { field, id: object })

/** Reads what a file held; fails with a sentence that names the field. Fields that no template keeps are left out. */
export function readTemplate(value: unknown): Result<TemplateFile, Told> {
  const parsed = v.safeParse(TemplateSchema, value)
  if (!parsed.success) return fail(faultOf(parsed.issues[0]))
  const { objects } = parsed.output
  const ids = new Set<string>()
  for (const [i, object] of objects.entries()) {
    if (ids.has(object.id)) {
      const field = `objects.${i}.id`
      return fail(filled('“{field}”: two objects have the id “{id}”.', { field, id: object.id }))
    }
    ids.add(object.id)
  }
  for (const [i, { type, fields, frame }] of objects.entries()) {
    if (frame !== undefined && !ids.has(frame)) {
      return fail(noObject(`objects.${i}.frame`, frame))
    }
    for (const end of type === 'relationship' ? ['from', 'to'] : []) {
      if (!ids.has(String(fields[end]))) {
        return fail(noObject(`objects.${i}.fields.${end}`, String(fields[end] ?? '')))
      }
    }
  }
  const clean = objects.map((object) => ({ ...object, fields: keptFields(object) }))
  return ok({ ...parsed.output, objects: clean })
}

/** A template's objects for a new board, under ids of its own; what furnishes it is held in place while people work on it. */
export function objectsOf({ objects }: TemplateFile): NewObject[] {
  const ids = new Map(objects.map((object) => [object.id, newId()]))
  return objects.map(({ id: old, type, at, size, frame, fields }) => {
    const home = frame === undefined ? undefined : ids.get(frame)
    const isHeld = type === 'frame' || type === 'text' || type === 'shape'
    const ends =
      type === 'relationship'
        ? { from: ids.get(String(fields['from'])), to: ids.get(String(fields['to'])) }
        : {}
    return {
      id: ids.get(old) ?? newId(),
      type,
      at,
      size,
      ...(home !== undefined && { frame: home }),
      fields: { ...fields, ...ends, ...(isHeld && { furniture: true }) },
    }
  })
}
