import type { BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import type { ObjectDefinition } from '../objects/define.ts'
import { idsIn, readField, type Field, type Share, type Signature } from '../objects/fields.ts'
import { definitionOf, definitions } from '../objects/index.ts'
import { signersOf, standingsOf } from '../objects/signers.ts'
import { relationship } from '../objects/relationship.ts'
import type { Block, Column, Section } from './paper.ts'
import { oneLine, textIn } from './printable.ts'
import type { SectionId } from './profiles.ts'
import { unnamed } from '../objects/title.ts'
import type { Say } from '../words/words.ts'
import type { ToldView } from './told-view.ts'
import { byName, capitalised, shortDate } from './words.ts'
import { shortened } from '../text/shortened.ts'

/** More columns than this want a landscape page. */
const MOST_PORTRAIT = 5

const shares: Readonly<Record<Field['kind'], number>> = {
  text: 6,
  list: 5,
  line: 4,
  reference: 4,
  choice: 3,
  scale: 3,
  references: 4,
  shares: 4,
  signatures: 4,
  date: 3,
  angle: 2,
  flag: 2,
  ends: 1,
}

const MOST_TITLE = 160

const notSignedBy = 'Not signed by'
const changedSince = 'Changed since signed by'

/** What names an object in a paper: its title on one line, cut where it is very long, or the name of its type. */
export function titleOf(object: BoardObject, say: Say): string {
  const definition = definitionOf(object.type)
  const title = oneLine(textIn(definition && object.fields[definition.title]))
  return shortened(title, MOST_TITLE) || capitalised(unnamed(object, say))
}

/** The value of a field as a reader of the paper sees it, references by name, items on lines of their own; empty where there is none. */
export function fieldWords(
  field: Field,
  raw: unknown,
  { object, say }: Pick<DrawContext, 'object' | 'say'>,
): string {
  const value = readField(field, raw)
  const named = (id: string): string => {
    const other = object(id)
    return other ? titleOf(other, say) : ''
  }
  switch (field.kind) {
    case 'text':
    case 'line':
      return textIn(value)
    case 'choice':
      return say(field.options.find((option) => option.value === value)?.label ?? '')
    case 'scale':
      return typeof value === 'number'
        ? `${say(field.steps[value - field.min] ?? '')} (${value})`
        : ''
    case 'list':
      return (value as readonly string[]).map(oneLine).filter(Boolean).join('\n')
    case 'date':
      return typeof value === 'string' ? shortDate(value, say) : ''
    case 'angle':
      return `${String(value)}°`
    case 'flag':
      return value === true ? say('Yes') : ''
    case 'reference':
      return typeof value === 'string' ? named(value) : ''
    case 'references':
      return (value as readonly string[]).map(named).filter(Boolean).join('\n')
    case 'shares':
      return (value as readonly Share[])
        .map(({ id, share }) => `${named(id) || say('Somebody who is gone')} ${share}%`)
        .join('\n')
    case 'signatures':
      return (value as readonly Signature[])
        .flatMap(({ id, on }) => (named(id) ? [`${named(id)}, ${shortDate(on, say)}`] : []))
        .join('\n')
    case 'ends':
      return ''
  }
}

/** A column of a register: what stands in it for each object. */
export interface RegisterColumn {
  key: string
  field: Field
  /** in English */
  label: string
  words(object: BoardObject): string
}

/** The columns that fields of a type come to, what is hidden aside; beside the signatures stands who has not signed, and who signed what has been changed since. */
export function columnsOf(
  definition: ObjectDefinition,
  keys: readonly string[],
  view: Pick<ToldView, 'object' | 'objects' | 'say'>,
): RegisterColumn[] {
  return keys.flatMap((key): RegisterColumn[] => {
    const field = definition.fields[key]
    if (!field || field.hidden) return []
    const column: RegisterColumn = {
      key,
      field,
      label: field.label,
      words: ({ fields }) => fieldWords(field, fields[key], view),
    }
    if (field.kind !== 'signatures') return [column]
    const names = (ids: readonly string[]): string =>
      ids
        .flatMap((id) => {
          const other = view.object(id)
          return other ? [titleOf(other, view.say)] : []
        })
        .sort(byName)
        .join('\n')
    const unsigned = (object: BoardObject): string => {
      const signed = new Set(idsIn(field, object.fields[key]))
      return names(signersOf(field, object, view.objects).filter((id) => !signed.has(id)))
    }
    const changed = (object: BoardObject): string =>
      names(standingsOf(field, key, object).flatMap(({ id, stands }) => (stands ? [] : [id])))
    return [
      column,
      { key, field, label: notSignedBy, words: unsigned },
      { key, field, label: changedSince, words: changed },
    ]
  })
}

function register(definition: ObjectDefinition, view: ToldView): Section {
  const { say } = view
  const objects = view.objects
    .filter((object) => object.type === definition.type)
    .sort((a, b) => byName(titleOf(a, say), titleOf(b, say)) || (a.id < b.id ? -1 : 1))
  const told = columnsOf(definition, definition.register ?? [], view).filter(
    // A column in which nobody has said anything yet tells nothing that “What was not answered” doesn’t.
    ({ key, field, words }) =>
      key === definition.title || (field.kind !== 'ends' && objects.some((o) => words(o) !== '')),
  )
  const columns = told.map(({ key, field, label }): Column => ({
    label: say(label),
    share: shares[field.kind],
    align: 'left',
    ...(key === definition.title && { names: true as const }),
  }))
  const rows = objects.map((object) =>
    told.map(({ key, words }) =>
      key === definition.title
        ? { text: words(object) || titleOf(object, say), strong: true as const }
        : { text: words(object) || '–' },
    ),
  )
  const orientation = columns.length > MOST_PORTRAIT ? 'landscape' : 'portrait'
  if (objects.length === 0) return { orientation, blocks: [] }
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: say(definition.name.many) },
    {
      kind: 'table',
      caption: say('{kind} on the board', { kind: say(definition.name.many) }),
      columns,
      rows,
    },
  ]
  return { orientation, blocks }
}

/** Which types stand in which section; every other type with register columns stands in `other`. */
const typesOf: Partial<Record<SectionId, readonly string[]>> = {
  objectives: ['objective'],
  commitments: ['commitment', 'agreement'],
  risks: ['risk', 'obligation'],
  decisions: ['decision', 'action'],
  organisations: ['organisation'],
  issues: ['issue', 'assumption'],
  people: ['people', 'reach', 'person', 'movement'],
}

const placed = new Set(Object.values(typesOf).flat())

/** The register definitions of a section: those named for it, in that order, or for `other` all that are named nowhere. */
function registersIn(section: SectionId): ObjectDefinition[] {
  // Relationships have tables of their own, with both sides.
  const all = definitions.filter((d) => d.register && d.type !== relationship.type)
  if (section === 'other') return all.filter(({ type }) => !placed.has(type))
  return (typesOf[section] ?? []).flatMap((type) => all.filter((d) => d.type === type))
}

/** A table for each type of the section that is on the board. */
export const composeRegisters = (view: ToldView, section: SectionId): Section[] =>
  registersIn(section)
    .map((definition) => register(definition, view))
    .filter(({ blocks }) => blocks.length > 0)
