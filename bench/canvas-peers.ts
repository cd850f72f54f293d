import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { serveFiles } from './canvas-files.ts'
import type { Place } from './canvas-input.ts'
import type { Sign } from './canvas-meter.ts'
import type { CanvasTarget } from './canvas-target.ts'

const peers = path.join(import.meta.dirname, 'peers/canvas')

/** The parts of a peer's page that the bench calls. */
interface PeerPage {
  fit(): void
  view(scale: number): void
  hub(): Place
  hubX(): number
  selected(): number
  play(): void
  stop(): void
}

declare global {
  interface Window {
    bench: PeerPage
  }
}

/** Installs the other canvases and builds their pages; quick where both was done. */
async function buildPeers(): Promise<string> {
  if (!existsSync(path.join(peers, 'node_modules/tldraw'))) {
    console.error('Installing the canvases to compare with (npm ci in bench/peers/canvas) …')
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: peers,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error('npm ci failed in bench/peers/canvas')
  }
  const { build } = await import('vite')
  await build({
    root: peers,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: ['tldraw', 'excalidraw', 'react-flow'].map((name) =>
          path.join(peers, name, 'index.html'),
        ),
      },
    },
  })
  return path.join(peers, 'dist')
}
let built: Promise<string> | undefined

/** Another canvas, whose page is in `folder` of the peers; where it can be seen that it is there, and how the wheel zooms it. */
export function peer(
  name: string,
  folder: string,
  sign: Sign,
  zoom: CanvasTarget['zoom'],
): CanvasTarget {
  return {
    name,
    zoom,
    async open(scene) {
      const pages = await (built ??= buildPeers())
      const files = await serveFiles({
        '/scene.json': JSON.stringify(scene),
        '/excalidraw-assets/': path.join(peers, 'node_modules/@excalidraw/excalidraw/dist/prod/'),
        '/': `${pages}/`,
      })
      return {
        url: `${files.url}${folder}/index.html`,
        sign,
        prepare: '',
        fit: (page) =>
          page.evaluate(() => {
            window.bench.fit()
          }),
        view: (page, _mouse, scale) =>
          page.evaluate((wanted) => {
            window.bench.view(wanted)
          }, scale),
        hub: (page) => page.evaluate(() => window.bench.hub()),
        hubX: (page) => page.evaluate(() => window.bench.hubX()),
        selected: (page) => page.evaluate(() => window.bench.selected()),
        play: (page) =>
          page.evaluate(() => {
            window.bench.play()
          }),
        stop: (page) =>
          page.evaluate(() => {
            window.bench.stop()
          }),
        close: files.close,
      }
    },
  }
}
