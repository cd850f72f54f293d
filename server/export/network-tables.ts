import { liesIn } from '../../shared/board/lies-in.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { otherEnd, trustOf, type End, type Reading } from '../../shared/board/readings.ts'
import type { BoardView } from '../../shared/board/view.ts'
import { endsOf } from '../../shared/draw/tie-settings.ts'
import { meaningsOf, type Meaning } from '../../shared/exchange/meanings.ts'
import { readField } from '../../shared/objects/fields.ts'
import { titleOf } from '../../shared/paper/compose-registers.ts'
import { clean, textIn } from '../../shared/paper/printable.ts'
import { inEnglish } from '../../shared/words/words.ts'
import { asRecord } from '../../shared/record.ts'

/** What other programs are told of a node or an edge under a column's name; several texts are a list. */
export type NetworkValue = string | number | readonly string[]

interface NetworkNode {
  id: string
  label: string
  at: readonly [x: number, y: number]
  values: ReadonlyMap<string, NetworkValue>
}

interface NetworkEdge {
  id: string
  from: string
  to: string
  values: ReadonlyMap<string, NetworkValue>
}

/** A board's organisations and its relationships, each side's answers as an edge of their own. */
export interface NetworkTables {
  nodes: readonly NetworkNode[]
  edges: readonly NetworkEdge[]
}

type Values = Map<string, NetworkValue>

function fieldValue({ field }: Meaning, raw: unknown): NetworkValue | undefined {
  if (!field) return undefined
  const value = readField(field, raw)
  switch (field.kind) {
    case 'scale':
      return typeof value === 'number' ? value : undefined
    case 'choice':
      return value === field.default
        ? undefined
        : field.options.find((option) => option.value === value)?.label
    case 'list': {
      // A bar separates the items where a format has no lists.
      const items = (value as readonly string[]).map((item) => textIn(item).replaceAll('|', '/'))
      return items.some(Boolean) ? items.filter(Boolean) : undefined
    }
    case 'flag':
      return value === true ? 'Yes' : undefined
    default:
      return textIn(value) || undefined
  }
}

function put(
  values: Values,
  meanings: readonly Meaning[],
  raw: Readonly<Record<string, unknown>>,
): void {
  for (const meaning of meanings) {
    const value = fieldValue(meaning, raw[meaning.as])
    if (value !== undefined) values.set(meaning.label, value)
  }
}

const partOf = (part: Meaning['part']): readonly Meaning[] =>
  meaningsOf('relationships').filter((meaning) => meaning.part === part)

const labelOf = (as: string): string =>
  meaningsOf('relationships').find((meaning) => meaning.as === as)?.label ?? as

/** Four decimals are more than anybody answers. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

function putTrust(values: Values, reading: Reading | undefined): void {
  if (!reading) return
  const trust = trustOf(reading)
  const answers = [
    ['trust', trust === 'unknown' ? reading.overall : trust] as const,
    ...(['reliability', 'purpose', 'openness'] as const).map((key) => [key, reading[key]] as const),
  ]
  const unknown: string[] = []
  for (const [as, answer] of answers) {
    if (typeof answer === 'number') values.set(labelOf(as), rounded(answer))
    else if (answer === 'unknown') unknown.push(labelOf(as))
  }
  if (unknown.length > 0) values.set(labelOf('unknown'), unknown)
  values.set(labelOf('answered'), clean(reading.at))
}

function edgesOf(tie: BoardObject, [from, to]: readonly [string, string], view: BoardView) {
  const raw = asRecord(tie.fields['ends'])
  const sides = (['from', 'to'] as const).map((end: End) => {
    const values: Values = new Map()
    putTrust(values, view.reading(tie.id, end))
    const side = raw[end]
    put(values, partOf('side'), asRecord(side))
    return { end, values }
  })
  const said = sides.filter(({ values }) => values.size > 0)
  const ends = { from, to }
  // A tie of which nobody has said anything is one all the same.
  return (said.length > 0 ? said : sides.slice(0, 1)).map(({ end, values }): NetworkEdge => {
    const whole: Values = new Map([[labelOf('tie'), clean(tie.id)]])
    put(whole, partOf('whole'), tie.fields)
    return {
      id: `${clean(tie.id)}.${end}`,
      from: clean(ends[end]),
      to: clean(ends[otherEnd[end]]),
      values: new Map([...values, ...whole]),
    }
  })
}

/** The organisations and relationships of a board, or of one frame, for programs that draw or measure networks. */
export function networkTablesOf(view: BoardView, frame?: string): NetworkTables {
  const organisations = view.objects.filter(
    (object) =>
      object.type === 'organisation' &&
      (frame === undefined || liesIn(object, frame, (id) => view.object(id))),
  )
  const shown = new Set(organisations.map(({ id }) => id))
  const meanings = meaningsOf('organisations').filter(({ part }) => part === 'whole')
  return {
    nodes: organisations.map((object) => {
      const values: Values = new Map()
      put(values, meanings, object.fields)
      return { id: clean(object.id), label: titleOf(object, inEnglish), at: object.at, values }
    }),
    edges: view.objects.flatMap((object) => {
      const pair = object.type === 'relationship' ? endsOf(object) : undefined
      return pair?.every((id) => shown.has(id)) ? edgesOf(object, pair, view) : []
    }),
  }
}

/** The columns of nodes or edges in the order of their first use, with whether they hold numbers alone. */
export function networkColumns(
  items: readonly { values: ReadonlyMap<string, NetworkValue> }[],
): Map<string, { isNumber: boolean }> {
  const columns = new Map<string, { isNumber: boolean }>()
  for (const { values } of items) {
    for (const [name, value] of values) {
      const isNumber = typeof value === 'number' && (columns.get(name)?.isNumber ?? true)
      columns.set(name, { isNumber })
    }
  }
  return columns
}

/** A value as one text, the items of a list separated by a bar. */
export const flatValue = (value: NetworkValue): string =>
  typeof value === 'object' ? value.join('|') : String(value)
