import { chromium } from '@playwright/test'
import { chromiumArgs } from '../e2e/chromium-args.ts'
import { BareBrowser } from './bare-browser.ts'
import { measureOpenings, type Opening } from './canvas-openings.ts'
import {
  measureCanvas,
  workloads,
  type CanvasFigures,
  type CanvasPlan,
  type Workload,
} from './canvas-runs.ts'
import { makeScene } from './canvas-scene.ts'
import type { CanvasTarget } from './canvas-target.ts'
import { canvasTargets } from './canvas-targets.ts'
import { Report, show } from './report.ts'
import { wordsFor } from './words.ts'

const { full, counts, list } = wordsFor('canvas', {
  counts: ['objects', 'seconds', 'runs', 'openings'],
  lists: { only: Object.keys(canvasTargets), parts: Object.keys(workloads) },
})
const isWorkload = (name: string): name is Workload => name in workloads
const [seconds = full ? 3 : 2] = counts('seconds') ?? []
const [runs = 3] = counts('runs') ?? []
const plan: CanvasPlan = {
  seconds,
  runs,
  patience: full ? 300_000 : 75_000,
  workloads: (list('parts') ?? Object.keys(workloads)).filter(isWorkload),
  ...(process.env['BENCH_PROFILE'] && { profiles: process.env['BENCH_PROFILE'] }),
}
const sizes = counts('objects') ?? (full ? [500, 2000, 5000, 10000] : [5000])
const [times = 9] = counts('openings') ?? []
const chosen = (list('only') ?? Object.keys(canvasTargets)).map(
  (key) => canvasTargets[key] as CanvasTarget,
)

const executablePath = process.env['CHROMIUM_PATH']
const args = [
  '--no-sandbox',
  ...chromiumArgs,
  // Nobody is to be waited for who is not on this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
]
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
const report = new Report(
  full ? 'canvas-full' : 'canvas',
  `npm run bench -- canvas ${process.argv.slice(2).join(' ')}`.trim(),
  `Chromium ${browser.version()}, headless, without a GPU`,
)

type Found = ReadonlyMap<string, CanvasFigures>

function loadTable(count: string, found: Found, openings: ReadonlyMap<string, Opening>): void {
  const own = found.values().next().value
  const first = openings.values().next().value
  report.add({
    title: `${count} boxes and ${count} arrows: opening`,
    rows: [...found].map(([canvas, { heap }]) => {
      const { content, interactive, scripts } = openings.get(canvas) ?? {}
      return {
        canvas,
        'first content ms': show.whole(content),
        'interactive ms': show.whole(interactive),
        'scripts to first content, KB gzip': show.whole(scripts),
        'heap MB': show.tenth(heap),
        'interactive ÷': show.ratio(first?.interactive, interactive),
        'scripts ÷': show.ratio(first?.scripts, scripts),
        'heap ÷': show.ratio(own?.heap, heap),
      }
    }),
    note: 'From an empty cache; Rapport’s from its server and its disk, the others’ from a file; in turns, each when the browser was at rest, with nothing attached to it that follows its requests. ÷: the first canvas’ figure as a part of this one’s.',
  })
}

function costTables(count: string, found: Found): void {
  const own = found.values().next().value
  const columns = (cell: (figures: CanvasFigures, workload: Workload) => string) =>
    [...found].map(([canvas, figures]) => ({
      canvas,
      ...Object.fromEntries(
        plan.workloads.map((workload) => [workloads[workload], cell(figures, workload)]),
      ),
    }))
  report.add({
    title: `${count}: main thread, ms for a frame (frames a second)`,
    rows: columns(({ costs }, workload) => {
      const cost = costs[workload]
      return cost ? `${show.tenth(cost.ms)} (${show.whole(cost.fps)})` : 'cut off'
    }),
  })
  if (found.size > 1) {
    report.add({
      title: `${count}: ÷ main thread for a frame`,
      rows: columns(({ costs }, workload) =>
        show.ratio(own?.costs[workload]?.ms, costs[workload]?.ms),
      ),
    })
  }
  report.add({
    title: `${count}: frames over 33 ms in ${plan.seconds} s · longest task over 50 ms`,
    rows: columns(({ costs }, workload) => {
      const cost = costs[workload]
      if (!cost) return 'cut off'
      return `${cost.slow} · ${cost.longest > 0 ? `${Math.round(cost.longest)} ms` : 'none'}`
    }),
    note: [...found]
      .flatMap(([canvas, { cut }]) => cut.map((what) => `${canvas} was cut off at ${what}.`))
      .join(' '),
  })
}

try {
  for (const size of sizes) {
    const scene = makeScene(size)
    const found = new Map<string, CanvasFigures>()
    const count = size.toLocaleString('en-GB')
    console.error(`… ${count}: opening`)
    const bare = await BareBrowser.launch(executablePath, args)
    const openings = await measureOpenings(bare, chosen, scene, times).finally(() => bare.close())
    for (const target of chosen) {
      console.error(`… ${count}: ${target.name}`)
      try {
        found.set(target.name, await measureCanvas(browser, target, scene, plan))
      } catch (error) {
        console.error(`${target.name} did not finish: ${(error as Error).message}`)
        found.set(target.name, {
          costs: {},
          cut: [(error as Error).message.split('\n', 1)[0] ?? ''],
        })
        process.exitCode = 1
      }
    }
    loadTable(count, found, openings)
    costTables(count, found)
  }
} finally {
  await browser.close()
}
console.error(`Written to ${report.write()}`)
