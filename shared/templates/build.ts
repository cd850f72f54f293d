import * as Y from 'yjs'
import { addObjects, type NewObject } from '../board/commands.ts'
import { boxOf, union, type Size } from '../geometry.ts'
import { boardKeys, rootsOf, SCHEMA_VERSION } from '../board/layout.ts'
import type { Language, NewOrganisation } from '../protocol/http.ts'
import { fail, ok, type Result } from '../result.ts'
import { bringYourOrganisation } from './bring-your-organisation.ts'
import { templates } from './list.ts'
import { oneDay } from './one-day.ts'
import { outcomesReview } from './outcomes-review.ts'
import { nameKey } from '../text/line.ts'
import { inRing, inRows, movedTo } from './place-organisations.ts'
import { rightConversations } from './right-conversations.ts'
import { rightRelationships } from './right-relationships.ts'
import { sayIn } from './say.ts'
import { sharingRisk } from './sharing-risk.ts'
import { furnish, stationAround, type Station } from './station.ts'
import type { Template } from './template.ts'
import { objectsOf, readTemplate, type TemplateFile } from './template-file.ts'
import { threeModes } from './three-modes.ts'
import { tippingPoint } from './tipping-point.ts'
import { togetherOrAlone } from './together-or-alone.ts'
import type { Told } from '../protocol/told.ts'
import { filled } from '../words/told.ts'

/** What a board is made from. `template` is an id of `templates`, or what a file held; absent means blank. */
export interface BoardPlan {
  title: string
  template?: string | object | undefined
  /** what our templates are written in; English unless given */
  language?: Language
  organisations?: readonly NewOrganisation[]
}

const furnished: Readonly<Record<string, Template>> = {
  'tipping-point': tippingPoint,
  'three-modes': threeModes,
  'sharing-risk': sharingRisk,
  'together-or-alone': togetherOrAlone,
  'outcomes-review': outcomesReview,
  'one-day': oneDay,
  'right-conversations': rightConversations,
  'right-relationships': rightRelationships,
  'bring-your-organisation': bringYourOrganisation,
}

/** The steps of a template, as they are told to people in a language; none for a blank board and for what is no template. */
export function stationsOf(id: string, language: Language = 'en'): readonly Station[] {
  const say = sayIn(language)
  return (furnished[id]?.([]) ?? []).map((station) => ({
    ...station,
    title: say(station.title),
    question: say(station.question),
    how: say(station.how),
    good: say(station.good),
  }))
}

/** The room that organisations fill on a blank board: it fits a laptop's screen at nearly full size. */
const BLANK: Size = [1280, 720]

const GAP = 80
const COLUMNS = 2
/** A day of stations has the shape of a screen in this many. */
const COLUMNS_OF_A_DAY = 4

/** The stations in rows, read like a page; those of a row are equally high, those of a column equally wide. */
function layOut(
  template: Template,
  organisations: readonly NewOrganisation[],
  language: Language,
): NewObject[] {
  const all = template(organisations)
  const columns = all.length > 6 ? COLUMNS_OF_A_DAY : COLUMNS
  const stations = all.map((station, i) => ({
    station,
    size: stationAround(...(station.needs ?? [0, 0])),
    column: i % columns,
    row: Math.floor(i / columns),
  }))
  const say = sayIn(language)
  const most = (key: 'column' | 'row', index: number, side: 'width' | 'height'): number =>
    Math.max(0, ...stations.filter((s) => s[key] === index).map((s) => s.size[side]))
  const before = (key: 'column' | 'row', index: number, side: 'width' | 'height'): number =>
    Array.from({ length: index }, (_, i) => most(key, i, side) + GAP).reduce((a, b) => a + b, 0)
  return stations.flatMap(({ station, column, row }) =>
    furnish(
      station,
      {
        x: before('column', column, 'width'),
        y: before('row', row, 'height'),
        width: most('column', column, 'width'),
        height: most('row', row, 'height'),
      },
      say,
    ),
  )
}

function blank(organisations: readonly NewOrganisation[]): NewObject[] {
  const ring = inRing(organisations, BLANK)
  return movedTo(ring, Math.round(-ring.size[0] / 2), Math.round(-ring.size[1] / 2))
}

const key = (name: unknown): string => (typeof name === 'string' ? nameKey(name) : '')

/** Each name once, as it was given first. */
function once(organisations: readonly NewOrganisation[]): NewOrganisation[] {
  const first = new Map<string, NewOrganisation>()
  for (const one of organisations) if (!first.has(key(one.name))) first.set(key(one.name), one)
  return [...first.values()]
}

/** A template's own objects, and beside them those of the organisations that it doesn't bring. */
function furnishedBy(
  template: TemplateFile,
  organisations: readonly NewOrganisation[],
): NewObject[] {
  const own = objectsOf(template)
  const there = new Set(
    own.flatMap(({ type, fields }) => (type === 'organisation' ? [key(fields?.['name'])] : [])),
  )
  const others = inRows(
    organisations.filter(({ name }) => !there.has(key(name))),
    BLANK[0],
  )
  const area = union(own.map(({ at, size }) => boxOf(at, size ?? [0, 0])))
  const [x, y] = area ? [area.x, area.y - others.size[1] - GAP] : [0, 0]
  return [...own, ...movedTo(others, x, y)]
}

/** The objects that the plan's template and organisations come to, and what the template is called. */
function objectsFor({
  template = 'blank',
  language = 'en',
  organisations: named = [],
}: BoardPlan): Result<{ objects: NewObject[]; id: string }, Told> {
  const organisations = once(named)
  if (typeof template === 'object') {
    const read = readTemplate(template)
    return read.ok
      ? ok({ objects: furnishedBy(read.value, organisations), id: 'file' })
      : fail(read.error)
  }
  if (!templates.some((t) => t.id === template)) {
    return fail(filled('There is no template “{name}”.', { name: template }))
  }
  const plan = furnished[template]
  return ok({
    objects: plan ? layOut(plan, organisations, language) : blank(organisations),
    id: template,
  })
}

/**
 * A whole new document as one Yjs update: the board's facts, the template's furniture and the organisations, placed.
 * Fails with a sentence for people when there is no such template, or the file is none.
 */
export function buildBoard(plan: BoardPlan): Result<Uint8Array, Told> {
  const made = objectsFor(plan)
  if (!made.ok) return made
  const doc = new Y.Doc()
  doc.transact(() => {
    const { board } = rootsOf(doc)
    board.set(boardKeys.title, plan.title)
    board.set(boardKeys.schema, SCHEMA_VERSION)
    board.set(boardKeys.template, made.value.id)
    addObjects(doc, made.value.objects, null)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return ok(update)
}
