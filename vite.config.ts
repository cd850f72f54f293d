import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const relay = `http://127.0.0.1:${process.env['RELAY_PORT'] ?? '3001'}`

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [react()],
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
    // A shared machine may starve a server for a while; a fault fails twice.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
})
