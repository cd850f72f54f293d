import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import {
  measureCanvas,
  workloads,
  type CanvasFigures,
  type CanvasPlan,
  type Workload,
} from './canvas-runs.ts'
import { makeScene } from './canvas-scene.ts'
import { canvasTargets } from './canvas-targets.ts'
import { Report, show } from './report.ts'

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    objects: { type: 'string' },
    parts: { type: 'string' },
    seconds: { type: 'string' },
    runs: { type: 'string' },
  },
})
const { full } = options
const listed = (text: string | undefined): string[] | undefined => text?.split(',')

const isWorkload = (name: string): name is Workload => name in workloads
const plan: CanvasPlan = {
  seconds: Number(options.seconds ?? (full ? 3 : 2)),
  runs: Number(options.runs ?? 3),
  patience: full ? 300_000 : 75_000,
  workloads: (listed(options.parts) ?? Object.keys(workloads)).map((name) => {
    if (!isWorkload(name))
      throw new Error(`no part is called ${name}: ${Object.keys(workloads).join(', ')}`)
    return name
  }),
  ...(process.env['BENCH_PROFILE'] && { profiles: process.env['BENCH_PROFILE'] }),
}
const sizes = (listed(options.objects) ?? (full ? ['500', '2000', '5000', '10000'] : ['5000'])).map(
  Number,
)
const chosen = (listed(options.only) ?? Object.keys(canvasTargets)).map((key) => {
  const target = canvasTargets[key]
  if (!target)
    throw new Error(`no canvas is called ${key}: ${Object.keys(canvasTargets).join(', ')}`)
  return target
})

const browser = await chromium.launch({
  ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Nobody is to be waited for who is not on this machine.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ],
})
const report = new Report(
  full ? 'canvas-full' : 'canvas',
  `npm run bench -- canvas ${process.argv.slice(2).join(' ')}`.trim(),
  `Chromium ${browser.version()}, headless, without a GPU`,
)

type Found = ReadonlyMap<string, CanvasFigures>

function loadTable(count: string, found: Found): void {
  const own = found.values().next().value
  report.add({
    title: `${count} boxes and ${count} arrows: opening`,
    rows: [...found].map(([canvas, figures]) => ({
      canvas,
      'first content ms': show.whole(figures.content),
      'interactive ms': show.whole(figures.interactive),
      'scripts to first content, KB gzip': show.whole(figures.scripts),
      'heap MB': show.tenth(figures.heap),
      'interactive ÷': show.ratio(own?.interactive, figures.interactive),
      'scripts ÷': show.ratio(own?.scripts, figures.scripts),
      'heap ÷': show.ratio(own?.heap, figures.heap),
    })),
    note: 'From an empty cache; Rapport’s from its server and its disk, the others’ from a file. ÷: the first canvas’ figure as a part of this one’s.',
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
    loadTable(count, found)
    costTables(count, found)
  }
} finally {
  await browser.close()
}
console.error(`Written to ${report.write()}`)
