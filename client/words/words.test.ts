import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { definitions } from '../../shared/objects/index.ts'
import { actions } from '../actions/list.ts'
import { tools } from '../tools/list.ts'
import { cy } from './cy/cy.ts'

const root = path.join(import.meta.dirname, '../..')

/** Where words stand as data, which a screen gives to `t()`: the file or folder, and the properties that hold them, or the functions that are given whole sentences. */
const data: Record<string, readonly string[]> = {
  'shared/objects': ['label', 'help', 'one', 'many', 'steps', 'meanings', 'section'],
  'shared/templates/list.ts': ['name', 'description'],
  'shared/measures': ['title', 'why', 'formula', 'label', 'says'],
  'shared/exchange/meanings.ts': ['label'],
  'shared/paper/profiles.ts': [
    'name',
    'eyebrow',
    'label',
    'help',
    'labels',
    'asked',
    'purposeNames',
    'sectionNames',
  ],
  'shared/session/round.ts': ['roundNames'],
  'shared/paper/asks.ts': ['ask', 'openings'],
  'shared/paper/drafts.ts': ['bothSides'],
  'shared/paper/compose-change.ts': ['changeNames', 'kindNames'],
  'shared/paper/compose-map.ts': ['captions'],
  'shared/paper/compose-registers.ts': ['notSignedBy', 'changedSince'],
  'shared/paper/compose-ties.ts': ['dimensionNames'],
  'shared/paper/describe-map.ts': ['contactWords'],
  'shared/paper/words.ts': ['months'],
  'shared/paper': [],
  'shared/draw': ['meaning'],
  'shared/compare': ['factNames', 'UNTOLD'],
  'shared/text': ['months'],
  'shared/words/speech.ts': [],
  'client/chrome/guide/texts.ts': ['title', 'text'],
  'client/chrome/spoken/say.ts': ['one', 'many'],
  'client/chrome/paper/paper-form.tsx': ['titles'],
  'client/actions': ['label', 'labels'],
  'client/tools': ['label', 'help'],
  'server/session': ['error', 'fail'],
  'shared/session': ['error', 'fail'],
  'server/export': ['detail'],
  'server/import': ['detail', 'fail', 'refuse'],
  'server/http': ['detail', 'HttpProblem', 'onOrganisation', 'refusals', 'sentences', 'codes'],
  'shared/board': ['detail', 'UnreadableValue'],
  'shared/templates/template-file.ts': ['detail'],
  'shared/templates/build.ts': [],
  'shared/protocol': ['maxLength'],
}

/** What `lineOf` says of a name. */
const lineFaults = [
  'is missing.',
  'is longer than {n} characters.',
  'has characters that can’t be shown.',
]

interface Node {
  type: string
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const inside = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** The whole strings that an expression may come to; a template with something in it is none. */
function stringsIn(node: Node): string[] {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : []
  const { test: condition, ...rest } = node
  return node.type === 'ConditionalExpression' && isNode(condition)
    ? Object.values(rest)
        .filter(isNode)
        .flatMap((part) => stringsIn(part))
    : ['ArrayExpression', 'ObjectExpression', 'TSAsExpression', 'LogicalExpression'].includes(
          node.type,
        )
      ? inside(node).flatMap((part) => stringsIn(part))
      : node.type === 'Property' && isNode(node['value'])
        ? stringsIn(node['value'])
        : []
}

const nameOf = (node: unknown): string =>
  isNode(node)
    ? [node['name'], node['value']].filter((name) => typeof name === 'string').join('')
    : ''

/** The function that is called, `speech.count(…)` by its last name. */
const calledBy = ({ callee }: Node): string =>
  nameOf(isNode(callee) && callee.type === 'MemberExpression' ? callee['property'] : callee)

function keysOf(node: Node, properties: readonly string[], into: Set<string>): void {
  if (Array.isArray(node['arguments'])) {
    const words = calledBy(node)
    const given = node['arguments'].filter(isNode)
    const [first, second, third] = given
    const key = {
      t: first,
      say: first,
      wordsFor: second,
      tn: third,
      count: third,
      told: third,
      filled: first,
    }[words]
    for (const text of key ? stringsIn(key) : []) into.add(text)
    if (words === 'lineOf' && first) {
      for (const what of stringsIn(first)) {
        for (const fault of lineFaults) into.add(`${what} ${fault}`)
      }
    }
    if (properties.includes(words)) {
      const sentences = given.flatMap((part) => stringsIn(part))
      for (const text of sentences) if (text.endsWith('.')) into.add(text)
    }
  }
  const named =
    (node.type === 'Property' && properties.includes(nameOf(node['key'])) && node['value']) ||
    (node.type === 'VariableDeclarator' && properties.includes(nameOf(node['id'])) && node['init'])
  if (isNode(named)) for (const text of stringsIn(named)) into.add(text)
  for (const part of inside(node)) keysOf(part, properties, into)
}

const filesBelow = (place: string): string[] =>
  /\.tsx?$/.test(place)
    ? [place]
    : readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/?test-/.test(file))
        .map((file) => path.join(place, file))

/** The English of everything that Rapport says on screen: what is given to `t()` and, of several by number, the `other`. */
function collectKeys(): Set<string> {
  const keys = new Set<string>()
  const places = [...Object.entries(data), ['client', [] as readonly string[]] as const]
  for (const [place, properties] of places) {
    for (const file of filesBelow(place)) {
      if (file.startsWith('client/words/')) continue
      const { program } = parseSync(file, readFileSync(path.join(root, file), 'utf8'))
      keysOf(program as unknown as Node, properties, keys)
    }
  }
  keys.delete('')
  return keys
}

/** The words of what can be on a board and of what can be done, as they are once they are put together. */
function madeKeys(): string[] {
  const found: string[] = []
  const told = ['label', 'help', 'one', 'many', 'section', 'steps', 'meanings']
  const read = (value: unknown, isTold: boolean): void => {
    if (typeof value === 'string' && isTold) found.push(value)
    else if (Array.isArray(value)) for (const one of value) read(one, isTold)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) read(one, told.includes(key))
    }
  }
  read(definitions, false)
  read(actions, false)
  read(tools, false)
  return found.filter((text) => text !== '')
}

/** The same in both languages. */
const alike = new Set([
  'Brown',
  'Data',
  'Label',
  'Lens',
  'Map',
  'Partner',
  'Pen',
  'Sector',
  'map',
  '{a} ({mine}), {b} ({theirs})',
  '{scale}: {a} ({low}), {b} ({high})',
  '{what}',
  '{what} (“{field}”)',
  '{what}: {day}',
  '{from} → {to}',
  '{role} · {name} · {day}',
  '“{field}”',
  '{axis}: {end}',
  '{name}, {moment}',
])

const placesIn = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted().join(' ')
const formsOf = (key: string): string[] => {
  const words = cy.texts[key]
  return typeof words === 'object' ? Object.values(words) : words === undefined ? [] : [words]
}

const keys = new Set([...collectKeys(), ...madeKeys()])

test('everything on screen has its Welsh', () => {
  expect(keys.size).toBeGreaterThan(1_000)
  // As lines to fill in.
  expect(
    [...keys].filter((key) => !(key in cy.texts)).map((key) => `${JSON.stringify(key)}: '',`),
  ).toEqual([])
})

test('every Welsh text is said somewhere', () => {
  expect(Object.keys(cy.texts).filter((key) => !keys.has(key))).toEqual([])
})

test('nothing that is said stands by its position alone, where it would be missed here', () => {
  const find = (node: Node, properties: readonly string[]): string[] => {
    const elements = node.type === 'ArrayPattern' ? [node['elements']].flat() : []
    const own = elements.map(nameOf).filter((name) => name && properties.includes(name))
    return [...own, ...inside(node).flatMap((part) => find(part, properties))]
  }
  const faults = Object.entries(data).flatMap(([place, properties]) =>
    filesBelow(place).flatMap((file) => {
      const { program } = parseSync(file, readFileSync(path.join(root, file), 'utf8'))
      return find(program as unknown as Node, properties).map((what) => `${file}: ${what}`)
    }),
  )
  expect(faults).toEqual([])
})

test('what is put into a text is put into its Welsh', () => {
  const faults = [...keys].filter((key) =>
    formsOf(key).some((words) => placesIn(words) !== placesIn(key)),
  )
  expect(faults).toEqual([])
})

test('no English is left standing as Welsh', () => {
  expect([...keys].filter((key) => !alike.has(key) && formsOf(key).includes(key))).toEqual([])
})

test('what the server says with values in it can be said in other languages', () => {
  const isMade = ({ type, expressions }: Node): boolean =>
    type === 'TemplateLiteral' && Array.isArray(expressions) && expressions.length > 0
  const find = (node: Node, properties: readonly string[]): string[] => {
    const named = nameOf(node['key'] ?? node['id'])
    const said = [
      ...(properties.includes(named) ? [node['value'], node['init']] : []),
      ...(properties.includes(calledBy(node)) ? [node['arguments']].flat() : []),
    ].filter(isNode)
    const own = said.some(isMade) ? [`${named}${calledBy(node)}`] : []
    return [...own, ...inside(node).flatMap((part) => find(part, properties))]
  }
  const faults = Object.entries(data)
    .filter(([place]) => place.startsWith('server/'))
    .flatMap(([place, properties]) =>
      filesBelow(place).flatMap((file) => {
        const { program } = parseSync(file, readFileSync(path.join(root, file), 'utf8'))
        return find(program as unknown as Node, properties).map((what) => `${file}: ${what}`)
      }),
    )
  expect(faults).toEqual([])
})
