import path from 'node:path'
import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const relay = `http://127.0.0.1:${process.env['RELAY_PORT'] ?? '3001'}`

/** Tells the service worker which files the app consists of: those named by their hash, and the page, which changes with them. */
const shellFiles: Plugin = {
  name: 'shell-files',
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

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [react(), shellFiles],
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
        // A service worker is known by its address, which must stay.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
    // Every browser that takes ES2022 preloads modules by itself.
    modulePreload: {
      polyfill: false,
      // What comes on demand on a board names its styles alone beforehand: lists of scripts would weigh on the first load.
      resolveDependencies: (file, all, { hostId }) =>
        hostId.includes('index')
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
