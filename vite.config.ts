import path from 'node:path'
import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { normalizePath, type Plugin, type Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'

const relay = `http://127.0.0.1:${process.env['RELAY_PORT'] ?? '3001'}`

/** Tells the service worker which files the app consists of: those named by their hash, and the page, which changes with them. */
const shellFiles: Plugin = {
  name: 'shell-files',
  // Once all plugins are done: of a page's script, the builder of pages leaves out what only imports another.
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
    const revision = createHash('sha256').update(files.toSorted().join()).digest('hex')
    const shell = [
      { url: './', revision },
      ...files.map((name) => ({ url: `./${name}`, revision: null })),
    ]
    const worker = bundle['service-worker.js']
    if (worker?.type !== 'chunk') throw new Error('the build has no service worker')
    worker.code = worker.code.replace('self.__SHELL__', () => JSON.stringify(shell))
  },
}

/** The way to a board opens as soon as the script for it is there: other modules wait for the whole page and its styles. */
const beginAtOnce: Plugin = {
  name: 'begin-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (page, { server }) => {
      const begun = page.replace(/<script (?=type="module"[^>]*\/begin-)/, '<script async ')
      if (!server && begun === page) throw new Error('the page does not begin')
      return begun
    },
  },
}

/** What needs much the same modules at the same time, by the modules that begin it: in the order in which a visitor meets it. */
const stages = {
  begin: ['session/begin.ts'],
  index: ['main.tsx'],
  pages: ['join', 'code', 'waiting', 'no-link'].map((page) => `chrome/pages/${page}.tsx`),
  start: ['chrome/pages/start.tsx', 'chrome/check/check.tsx'],
  board: ['chrome/board/board-page.tsx'],
  tools: [
    ...['workbench', 'bar-end', 'status-details', 'session'].map(
      (part) => `chrome/board/${part}.tsx`,
    ),
    'chrome/ui/tips.tsx',
  ],
  panels: [
    ...['inspector/inspector', 'outline/outline', 'spoken/spoken', 'board/minimap'].map(
      (part) => `chrome/${part}.tsx`,
    ),
    ...['ui/menu.tsx', 'ui/popover.tsx', 'board/save-copy.ts'].map((part) => `chrome/${part}`),
  ],
}
type Stage = keyof typeof stages

/** Icons are too small for a file each, and too many for one: those that are met together share one. */
const ICONS = /lucide-react[\\/]dist[\\/]esm[\\/]icons[\\/]/
const LUCIDE = /lucide-react[\\/]/
const LEAST_ICONS = 10_000

const firstModules = new Map(
  Object.entries(stages).flatMap(([stage, names]) =>
    names.map((name) => [
      normalizePath(path.join(import.meta.dirname, 'client', name)),
      stage as Stage,
    ]),
  ),
)

/** By module: the stages that can't do without it. */
let needed: Map<string, Set<Stage>> | undefined

function neededBy(context: Rolldown.ChunkingContext): Map<string, Set<Stage>> {
  const all = new Map<string, Set<Stage>>()
  const follow = (id: string, stage: Stage): void => {
    const known = all.get(id) ?? new Set()
    if (known.has(stage)) return
    all.set(id, known.add(stage))
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) follow(next, stage)
  }
  for (const [id, stage] of firstModules) {
    if (!context.getModuleInfo(id)) throw new Error(`${id} begins a stage, and isn't there`)
    follow(id, stage)
  }
  return all
}

/**
 * The file that a module goes to, so that a board comes in a few files rather than a hundred: each costs a request, and the time of
 * everyone it passes. No page gets what only a board needs. Null leaves it to the bundler, which puts what several need in files of their own.
 */
function fileOf(id: string, context: Rolldown.ChunkingContext): string | null {
  needed ??= neededBy(context)
  const by = needed.get(id)
  if (!by || ICONS.test(id)) return null
  if (by.has('begin')) return 'begin'
  const isOnBoards = by.has('board')
  // What icons lean on must not be where they are leant on.
  if (by.has('index') || LUCIDE.test(id)) return 'app'
  if (isOnBoards) return by.has('pages') || by.has('start') ? 'common' : 'board'
  if (by.has('pages')) return by.size > 1 ? 'forms' : null
  if (by.has('start')) return by.size > 1 ? 'desk' : null
  return by.has('tools') ? 'tools' : 'panels'
}

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [react(), shellFiles, beginAtOnce],
  resolve: {
    alias: [
      {
        find: /^lib0\/logging$/,
        replacement: path.join(import.meta.dirname, 'client/session/yjs-log.ts'),
      },
    ],
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    rolldownOptions: {
      input: {
        index: path.join(import.meta.dirname, 'client/index.html'),
        'service-worker': path.join(import.meta.dirname, 'client/shell/service-worker.ts'),
      },
      output: {
        codeSplitting: {
          // With what they lean on, the later files would take along what the earlier ones have.
          includeDependenciesRecursively: false,
          groups: [
            { name: fileOf, debugName: 'stages' },
            {
              name: 'icons',
              test: ICONS,
              entriesAware: true,
              entriesAwareMergeThreshold: LEAST_ICONS,
            },
          ],
        },
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        // A service worker is known by its address, which must stay.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
    // Every browser that takes ES2022 preloads modules by itself.
    modulePreload: {
      polyfill: false,
      // What comes on demand on a board names its styles alone beforehand: lists of scripts would weigh on the first load. The tools
      // are waited for, and name all that they need: each would be asked for only once the tools themselves have come.
      resolveDependencies: (file, all, { hostId }) =>
        hostId.includes('index') || file.includes('/tools-')
          ? all
          : all.filter((name) => name === file || name.endsWith('.css')),
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': relay,
      '/sync': { target: relay, ws: true },
    },
  },
  test: {
    root: '.',
    include: ['{client,server,shared,bench}/**/*.test.{ts,tsx}', 'e2e/sim/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    // A slow machine is no fault; what hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // A shared machine may starve a server for a while; a fault fails every time.
    retry: process.env['CI'] === undefined ? 0 : 2,
  },
})
