import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

const leaves = ['shared/', 'client/words/', 'client/model/']
const scene = [...leaves, 'client/scene/']
const tools = [...scene, 'client/tools/']
const actions = [...tools, 'client/session/', 'client/actions/']
const chrome = [...actions, 'client/chrome/']
const store = ['shared/', 'server/', 'server/store/store.ts', 'server/store/store-error.ts']
/**
 * The import directions of docs/architecture.md: place → what it may import. A place is a folder (with `/` at its end)
 * or one file; of the places that fit a file the longest is its place. What has no place here has none in the house.
 */
const mayImport: Record<string, readonly string[]> = {
  'shared/': ['shared/'],
  'client/words/': ['shared/', 'client/words/'],
  'client/model/': leaves,
  'client/session/': [...leaves, 'client/session/'],
  'client/scene/': scene,
  'client/tools/': tools,
  'client/actions/': actions,
  'client/chrome/': chrome,
  'client/shell/': ['client/shell/'],
  'client/main.tsx': [...chrome, 'client/shell/'],
  'server/': ['shared/', 'server/'],
  'server/store/': [...store, 'server/store/'],
  'server/store/store.ts': ['shared/'],
  'server/store/store-error.ts': ['shared/'],
  'server/bus/': [...store, 'server/bus/', 'server/bus/bus.ts'],
  'server/bus/bus.ts': ['shared/'],
  'server/bus/node-link.ts': [...store, 'server/bus/', 'server/bus/bus.ts'],
  'server/session/': [...store, 'server/session/'],
  'server/rooms/': [
    ...store,
    'server/session/',
    'server/bus/bus.ts',
    'server/bus/node-link.ts',
    'server/rooms/',
    'server/rooms/rooms.ts',
  ],
  'server/rooms/rooms.ts': store,
  'server/import/': ['shared/', 'server/', 'server/import/'],
  'server/export/': ['shared/', 'server/', 'server/store/store.ts', 'server/export/'],
  'server/http/': [
    ...store,
    'server/rooms/rooms.ts',
    'server/import/',
    'server/export/',
    'server/http/',
  ],
  'server/main.ts': ['*'],
  'server/admin.ts': ['*'],
  'bench/': ['*'],
  'e2e/': ['*'],
}

const faces = ['client/chrome/', 'client/main.tsx']
/** Packages that belong to some places alone; a key that ends in `*` stands for every name that starts like it. */
const packagesOf: Record<string, readonly string[]> = {
  konva: ['client/scene/'],
  react: faces,
  'react/*': faces,
  'react-dom*': faces,
  'radix-ui*': faces,
  'lucide-react*': faces,
  zustand: faces,
  'y-websocket*': ['client/session/'],
  'workbox-*': ['client/shell/'],
  libsql: ['server/store/'],
  pg: ['server/store/'],
  ioredis: ['server/bus/'],
  pdfkit: ['server/export/'],
  docx: ['server/export/'],
  '@resvg/resvg-js': ['server/export/'],
}

/** The packages that `shared` may use: they run without a DOM and without Node. */
const pure =
  /^(yjs|lib0\/.+|y-protocols\/.+|valibot|nanoid(\/.+)?|fractional-indexing|d3-force|rbush|perfect-freehand|graphology(-.+)?)$/

const builtin = new Set(builtinModules)
const isNode = (name: string) => name.startsWith('node:') || builtin.has(name.split('/')[0] ?? '')
/** Tests, and what only tests use: contract suites, servers and boards to test with. */
const isTest = (file: string) =>
  /\.test\.tsx?$|\/contract(-[^/]+)?\.ts$|\/test-[^/]+\.ts$|\/fixtures\//.test(file)
const onlyRegistration = 'shared/objects/index.ts'

interface Import {
  from: string
  /** a repository path for the project's own files, else the package's name as written */
  to: string
  own: boolean
}

const placeOf = (file: string, places: readonly string[]) =>
  places
    .filter((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))
    .toSorted((a, b) => b.length - a.length)[0]

const within = (file: string, places: readonly string[]) => placeOf(file, places) !== undefined

const matches = (name: string, pattern: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/** Everything that `source` imports, types included, or how it breaks the form that imports have here. */
function read(file: string, source: string): { imports: Import[]; faults: string[] } {
  const { module, errors, program } = parseSync(file, source)
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map((found) =>
      source.slice(found.moduleRequest.start, found.moduleRequest.end).replaceAll(/['"`]/g, ''),
    ),
  ]
  const faults = errors.map((error) => `${file} can't be parsed: ${error.message}`)
  const forwards = module.staticExports.some((found) =>
    found.entries.some((entry) => entry.moduleRequest),
  )
  const hasCode = program.body.some(
    (node) =>
      node.type !== 'ImportDeclaration' &&
      node.type !== 'ExportAllDeclaration' &&
      !(node.type === 'ExportNamedDeclaration' && node.declaration === null),
  )
  if (file !== onlyRegistration && ((forwards && !hasCode) || /(^|\/)index\.tsx?$/.test(file)))
    faults.push(`${file} is a barrel`)
  const imports = [...new Set(requests)].map((name): Import => {
    if (!name.startsWith('.')) return { from: file, to: name, own: false }
    const clean = name.replace(/\?.*$/, '')
    return { from: file, to: path.posix.join(path.posix.dirname(file), clean), own: true }
  })
  return { imports, faults }
}

function faultOfOwn({ from, to }: Import, known: ReadonlySet<string>): string | undefined {
  if (!known.has(to)) return `${from} imports ${to}, which does not exist`
  // The browser specs are tests as a whole.
  if (isTest(from) || from.startsWith('e2e/')) return undefined
  if (isTest(to)) return `${from} imports the test ${to}`
  const place = placeOf(from, Object.keys(mayImport))
  if (place === undefined) return `${from} lies in no place that the architecture names`
  const allowed = mayImport[place] ?? []
  const target = placeOf(to, Object.keys(mayImport)) ?? to
  return allowed.includes('*') || allowed.includes(target) ? undefined : `${from} imports ${to}`
}

function faultOfPackage({ from, to }: Import): string | undefined {
  if (isTest(from) || from.startsWith('e2e/') || from.startsWith('bench/')) return undefined
  if (from.startsWith('shared/') && !pure.test(to)) return `${from} imports ${to}`
  if (from.startsWith('client/') && isNode(to)) return `${from} imports ${to}`
  const owners = Object.keys(packagesOf).filter((pattern) => matches(to, pattern))
  const allowed = owners.every((pattern) => within(from, packagesOf[pattern] ?? []))
  return allowed ? undefined : `${from} imports ${to}`
}

/** One line for each ring of files that reach each other by imports, type imports included. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const walk = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file)
    if (at !== -1) {
      found.add(`${[...trail.slice(at), file].join(' → ')} is a cycle`)
      return
    }
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file])
    done.add(file)
  }
  for (const file of edges.keys()) walk(file, [])
  return [...found]
}

/** Everything that is wrong with the imports of `files` (repository path → source); `others` exist but aren't read. */
function faultsOf(files: ReadonlyMap<string, string>, others: readonly string[] = []): string[] {
  const parsed = [...files].map(([file, source]) => ({ file, ...read(file, source) }))
  const known = new Set([...files.keys(), ...others])
  const edges = new Map(
    parsed.map(({ file, imports }) => [file, imports.flatMap(({ to, own }) => (own ? [to] : []))]),
  )
  return [
    ...parsed.flatMap(({ faults }) => faults),
    ...parsed.flatMap(({ imports }) =>
      imports.flatMap(
        (found) => (found.own ? faultOfOwn(found, known) : faultOfPackage(found)) ?? [],
      ),
    ),
    ...cycles(edges),
  ]
}

const root = path.join(import.meta.dirname, '..')
const listed = ['shared', 'client', 'server', 'e2e', 'bench']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      `${folder}/${file}`.replaceAll('\\', '/'),
    ),
  )
  .filter((file) => !file.includes('/node_modules/'))

describe('imports', () => {
  test('run only in the directions of docs/architecture.md', () => {
    const sources = listed.filter((file) => /\.tsx?$/.test(file))
    const files = new Map(
      sources.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
    )
    expect(files.size).toBeGreaterThan(20)
    expect(faultsOf(files, listed)).toEqual([])
  })

  test.each([
    ['client/model/a.ts', `import { x } from '../../server/x.ts'`],
    ['shared/a.ts', `import type { x } from '../client/model/x.ts'`],
    ['shared/a.ts', `import { readFile } from 'node:fs'`],
    ['shared/a.ts', `import { readFile } from 'fs/promises'`],
    ['shared/a.ts', `import pdf from 'pdfkit'`],
    ['client/session/a.ts', `import { x } from '../scene/x.ts'`],
    ['client/scene/a.ts', `const x = await import('../tools/x.ts')`],
    ['client/tools/a.ts', `import Konva from 'konva'`],
    ['client/model/a.ts', `import { create } from 'zustand'`],
    ['client/actions/a.ts', `import { createRoot } from 'react-dom/client'`],
    ['client/chrome/a.ts', `import { writeFile } from 'node:fs'`],
    ['client/loose.ts', `import { x } from '../shared/x.ts'`],
    ['server/http/a.ts', `import { x } from '../store/engine.ts'`],
    ['server/http/a.ts', `import { x } from '../rooms/room.ts'`],
    ['server/rooms/a.ts', `import { x } from '../store/engine.ts'`],
    ['server/rooms/a.ts', `import { x } from '../http/x.ts'`],
    ['server/rooms/a.ts', `import { x } from '../bus/redis.ts'`],
    ['server/rooms/a.ts', `import Redis from 'ioredis'`],
    ['server/config.ts', `import { x } from './store/engine.ts'`],
    ['server/a.ts', `import { x } from './main.ts'`],
    ['shared/a.ts', `import { x } from './x'`],
    ['shared/a.ts', `import { x } from './x.test.ts'`],
    ['shared/a.ts', `export { x } from './x.ts'`],
    ['shared/text/index.ts', `export const x = 1`],
    ['shared/a.ts', `import { x } from './b.ts'; export const y = x`],
    ['shared/a.ts', `import {`],
  ])('%s may not say: %s', (file, source) => {
    const files = new Map([
      [file, source],
      ['shared/b.ts', `import type { y } from './a.ts'; export const x = 1 as unknown as y`],
      ...[
        'shared/x.ts',
        'shared/x.test.ts',
        'client/model/x.ts',
        'client/scene/x.ts',
        'client/tools/x.ts',
        'server/x.ts',
        'server/main.ts',
        'server/http/x.ts',
        'server/rooms/room.ts',
        'server/store/engine.ts',
        'server/bus/redis.ts',
      ].map((name): [string, string] => [name, 'export const x = 1']),
    ])
    files.set('shared/a.ts', files.get('shared/a.ts') ?? 'export type y = number')
    expect(faultsOf(files).filter((fault) => fault.includes(file))).not.toEqual([])
  })

  test('in the right direction are left alone', () => {
    const files = new Map([
      ['shared/a.ts', `import * as Y from 'yjs'; export const a = Y`],
      [
        'client/scene/b.ts',
        `import Konva from 'konva'; import { a } from '../../shared/a.ts'; export const b = [Konva, a]`,
      ],
      [
        'client/chrome/c.tsx',
        `import { b } from '../scene/b.ts'; import './c.css'; export const c = () => b`,
      ],
      ['server/store/store.ts', `export interface Store { a: number }`],
      [
        'server/store/engine.ts',
        `import type { Store } from './store.ts'; export const engine: Store = { a: 1 }`,
      ],
      ['server/http/d.ts', `import type { Store } from '../store/store.ts'; export type D = Store`],
      [
        'server/main.ts',
        `import { engine } from './store/engine.ts'; import './http/d.ts'; engine.a++`,
      ],
    ])
    expect(faultsOf(files, ['client/chrome/c.css'])).toEqual([])
  })
})
