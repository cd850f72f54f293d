import type { ColumnUse } from '../../shared/exchange/mapping.ts'
import { meaningsOf, type TableKind } from '../../shared/exchange/meanings.ts'
import { numberIn, scaleFor } from '../../shared/exchange/scale.ts'
import { ratingNames } from './rating.ts'

/** A column as its heading and values show it. */
export interface Column {
  name: string
  /** its values, empty ones left out */
  values: readonly string[]
  /** the least and the greatest value where all are numbers */
  range?: readonly [low: number, high: number]
}

type Guess = Omit<ColumnUse, 'column'>

const plainly = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .replaceAll("'", '’')
    .trim()

const notes = { description: 'detail', comment: 'detail', comments: 'detail', remarks: 'detail' }

const otherNames: Readonly<Record<TableKind, Readonly<Record<string, string>>>> = {
  relationships: {
    source: 'from',
    target: 'to',
    ...notes,
    'don’t know': 'unknown',
  },
  organisations: {
    name: 'name',
    organisation: 'name',
    organization: 'name',
    sponsorship: 'sector',
    ...notes,
  },
}

const known: Readonly<Record<TableKind, ReadonlyMap<string, string>>> = {
  relationships: namesOf('relationships'),
  organisations: namesOf('organisations'),
}

function namesOf(kind: TableKind): ReadonlyMap<string, string> {
  return new Map([
    ...meaningsOf(kind).map(({ as, label }) => [plainly(label), as] as const),
    ...Object.entries(otherNames[kind]),
  ])
}

/** The headings of Rapport’s own registers say whose answer a column is: “Contact, says “from””. */
const SIDE = /, says “(from|to)”$/

/** What a heading is known to mean among `all` of its table, whatever its case; undefined for a word that isn't known. */
export function knownMeaning(
  kind: TableKind,
  heading: string,
  all: readonly string[] = [],
): Guess | undefined {
  // In Rapport's registers a row is a relationship; elsewhere a row with an id is one side of it.
  if (kind === 'relationships' && heading === 'Id' && all.some((other) => SIDE.test(other))) {
    return { as: 'tie' }
  }
  const says = SIDE.exec(heading)?.[1]
  const name = plainly(heading.replace(SIDE, ''))
  const rating = kind === 'relationships' ? ratingNames[name] : undefined
  if (rating) {
    const { measure, direction } = rating
    return {
      as: measure === 'level' ? 'levelNow' : measure,
      closer: direction,
      ...(says && { says: says as 'from' | 'to' }),
    }
  }
  const as = known[kind].get(name)
  return as === undefined ? undefined : { as, ...(says && { says: says as 'from' | 'to' }) }
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/trust|confiden|rely/, 'trust'],
  [/contact|frequen|often|meet|communicat/, 'contact'],
  [/level|collab|cooperat|co operat|partner|integrat/, 'levelNow'],
]

const ends: Readonly<Record<string, readonly RegExp[]>> = {
  from: [/^(from|source|who|reporter|respondent|rater|asked|organi[sz]ation( a| 1)?|a)\b/],
  to: [/^(to|target|about|whom|partner|alter|named|organi[sz]ation( b| 2)|b)\b/],
}

/** What a column beside the two ends says of their tie: never the name of an organisation. */
const ABOUT_TIE = /^(type|kind|category|tags?|label|status|date|year|id)$/

const IGNORED: Guess = { as: 'ignored' }

/** What each column is taken for; of two that would mean the same the first does. */
export function guess(kind: TableKind, columns: readonly Column[]): ColumnUse[] {
  const meanings = new Map(meaningsOf(kind).map((meaning) => [meaning.as, meaning]))
  const taken = new Set<string>()
  const guesses = new Map<Column, Guess>()
  const take = (column: Column, found: Guess): void => {
    const key = `${found.as} ${found.says ?? ''}`
    if (guesses.has(column) || taken.has(key)) return
    taken.add(key)
    const steps = meanings.get(found.as)?.scale
    const scale = steps && column.range ? scaleFor(column.range, steps) : {}
    guesses.set(column, { ...found, ...scale })
  }
  const all = columns.map(({ name }) => name)
  for (const column of columns) {
    const found = knownMeaning(kind, column.name, all)
    if (found) take(column, found)
  }
  const texts = columns.filter((column) => !column.range && !guesses.has(column))
  if (kind === 'relationships') {
    for (const end of ['from', 'to']) {
      if (taken.has(`${end} `)) continue
      const named = texts.find(({ name }) => ends[end]?.some((form) => form.test(plainly(name))))
      const column =
        named ?? texts.find((text) => !guesses.has(text) && !ABOUT_TIE.test(plainly(text.name)))
      if (column) take(column, { as: end })
    }
    for (const column of columns) {
      const as = column.range && hints.find(([form]) => form.test(plainly(column.name)))?.[1]
      if (as) take(column, { as })
    }
  } else if (!taken.has('name ') && texts[0]) take(texts[0], { as: 'name' })
  return columns.map((column) => ({ column: column.name, ...(guesses.get(column) ?? IGNORED) }))
}

/** The columns of a table with their values. */
export function columnsOf(
  header: readonly string[],
  rows: readonly { cells: readonly string[] }[],
): Column[] {
  return header.map((name, i) => {
    const values = rows.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '')
    const numbers = values.map(numberIn)
    if (values.length === 0 || numbers.includes(undefined)) return { name, values }
    const all = numbers as readonly number[]
    const least = all.reduce((a, b) => Math.min(a, b))
    return { name, values, range: [least, all.reduce((a, b) => Math.max(a, b))] }
  })
}
