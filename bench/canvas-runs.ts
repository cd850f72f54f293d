import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { Mouse, sixtyTimes, TooSlow, within, type Place } from './canvas-input.ts'
import { Meter, type Cost } from './canvas-meter.ts'
import { LOAD_WITHIN, middle } from './canvas-openings.ts'
import type { Scene } from './canvas-scene.ts'
import { rest, VIEWPORT, type CanvasTarget, type Opened } from './canvas-target.ts'

/** What can be done to a canvas, in the order in which it is done. */
export const workloads = {
  near: 'pan, ~200 visible',
  all: 'pan, all visible',
  zoom: 'zoom',
  one: 'drag one',
  many: 'drag 200',
  remote: '20 remote editors',
} as const
/** The key of a workload; `workloads` has its name for the report. */
export type Workload = keyof typeof workloads

/** Everything that was measured of one canvas at one size; what it was too slow for is missing. */
export interface CanvasFigures {
  /** MB of objects in use when interactive */
  heap?: number
  costs: Partial<Record<Workload, Cost>>
  cut: string[]
}

/** How canvases are measured: for how many seconds and runs, and with which workloads. */
export interface CanvasPlan {
  seconds: number
  runs: number
  workloads: readonly Workload[]
  /** ms after which a canvas is not given another workload */
  patience: number
  /** folder for pictures and CPU profiles, which are taken in a run of their own */
  profiles?: string
}

// CSS px for a world unit: about 200 boxes on screen; and 200 of them free of every canvas' own bars.
const NEAR_SCALE = 0.567
const MANY_SCALE = 0.33
const STEP_WITHIN = 30_000
// A frame that costs more than this is measured once, and not thrice.
const SLOW_MS = 100

const medianCost = (costs: readonly Cost[]): Cost => ({
  ms: middle(costs.map(({ ms }) => ms)),
  fps: middle(costs.map(({ fps }) => fps)),
  slow: middle(costs.map(({ slow }) => slow)),
  longest: Math.max(...costs.map(({ longest }) => longest)),
})

/** There and back between `-1` and `1`, `times` over. */
const swing = (share: number, times: number): number => Math.sin(share * times * 2 * Math.PI)

class Session {
  readonly #opened: Opened
  readonly #target: CanvasTarget
  readonly #scene: Scene
  readonly #page: Page
  readonly #meter: Meter
  readonly #mouse: Mouse
  readonly #seconds: number

  constructor(opened: Opened, target: CanvasTarget, scene: Scene, meter: Meter, seconds: number) {
    this.#opened = opened
    this.#target = target
    this.#scene = scene
    this.#page = meter.page
    this.#meter = meter
    this.#mouse = new Mouse(meter.devtools)
    this.#seconds = seconds
  }

  /** Brings the canvas to where a workload begins; returns how to run it once. */
  async ready(workload: Workload): Promise<() => Promise<Cost>> {
    switch (workload) {
      case 'near':
        await this.#view(NEAR_SCALE)
        return () => this.#pan(500)
      case 'all':
        await this.#opened.fit(this.#page)
        return () => this.#pan(150)
      case 'zoom':
        await this.#view(NEAR_SCALE)
        return () => this.#zoom()
      case 'one':
        await this.#view(NEAR_SCALE)
        return () => this.#drag()
      case 'many':
        await this.#view(MANY_SCALE)
        await this.#select()
        return () => this.#drag()
      case 'remote':
        await this.#view(NEAR_SCALE)
        return () => this.#remote()
    }
  }

  async #view(scale: number): Promise<void> {
    await this.#opened.view(this.#page, this.#mouse, scale)
    await rest(this.#page)
  }

  /** Pans to and fro by `reach` CSS px to each side. */
  #pan(reach: number): Promise<Cost> {
    return this.#meter.during(() => this.#panning(reach))
  }

  async #panning(reach: number): Promise<void> {
    const place = { x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 }
    await this.#mouse.move(place)
    let last = 0
    await sixtyTimes(this.#seconds, (share) => {
      const now = swing(share, this.#seconds / 2) * reach
      const by = now - last
      last = now
      return this.#mouse.wheel(place, by, by * 0.6)
    })
  }

  /** Zooms at the middle from ~200 visible to all visible and back. */
  #zoom(): Promise<Cost> {
    const place = { x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 }
    const { units, linear } = this.#target.zoom
    const columns = Math.sqrt(this.#scene.boxes.length)
    const far = Math.max(0.05, (NEAR_SCALE * 14) / columns)
    const whole = units * (linear ? NEAR_SCALE - far : Math.log(NEAR_SCALE / far))
    return this.#meter.during(async () => {
      await this.#mouse.move(place)
      let last = 0
      await sixtyTimes(this.#seconds, (share) => {
        const now = ((1 - Math.cos(2 * Math.PI * share)) / 2) * whole
        const by = now - last
        last = now
        return this.#mouse.wheel(place, 0, by, true)
      })
    })
  }

  /** Selects 200 boxes, the hub among them, with a box drawn around them. */
  async #select(): Promise<void> {
    const hub = await this.#opened.hub(this.#page)
    const { width, height } = this.#scene.cell
    const corner = (columns: number, rows: number): Place => ({
      x: hub.x + columns * width * MANY_SCALE,
      y: hub.y + rows * height * MANY_SCALE,
    })
    await this.#mouse.drag(corner(-6.45, -9.45), corner(3.5, 10.5))
    await pause(500)
    const selected = await this.#opened.selected(this.#page)
    if (selected < 195) throw new Error(`only ${selected} are selected`)
  }

  /** Drags what is under the hub in circles, and puts it back when it is sure that it was moved. */
  async #drag(): Promise<Cost> {
    const { x, y } = await this.#opened.hub(this.#page)
    const before = await this.#opened.hubX(this.#page)
    await this.#mouse.move({ x, y })
    await this.#mouse.press({ x, y })
    await this.#mouse.move({ x: x + 12, y }, true)
    const cost = await this.#meter.during(() =>
      sixtyTimes(this.#seconds, (share) =>
        this.#mouse.move(
          {
            x: x + 24 + 120 * swing(share, this.#seconds / 2),
            y: y + 40 * (1 - Math.cos(share * this.#seconds * Math.PI)),
          },
          true,
        ),
      ),
    )
    await this.#mouse.move({ x: x + 24, y }, true)
    await this.#mouse.release({ x: x + 24, y })
    for (let tries = 0; (await this.#opened.hubX(this.#page)) === before; tries++) {
      if (tries === 10) throw new Error('nothing was dragged')
      await pause(300)
    }
    await this.#mouse.drag(await this.#opened.hub(this.#page), { x, y })
    await pause(300)
    return cost
  }

  async #remote(): Promise<Cost> {
    await this.#opened.play(this.#page)
    try {
      await pause(500)
      return await this.#pan(300)
    } finally {
      await this.#opened.stop(this.#page)
    }
  }
}

/** The canvas on a page of a fresh browser profile, once it answers. */
async function visit(browser: Browser, opened: Opened): Promise<Meter> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB' })
  await context.addInitScript(opened.prepare)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`))
  const meter = await Meter.on(page, opened.sign)
  await page.goto(opened.url, { waitUntil: 'commit' })
  await within(meter.loaded(), LOAD_WITHIN)
  return meter
}

/** Measures one canvas with one scene. */
export async function measureCanvas(
  browser: Browser,
  target: CanvasTarget,
  scene: Scene,
  plan: CanvasPlan,
): Promise<CanvasFigures> {
  const figures: CanvasFigures = { costs: {}, cut: [] }
  const opened = await target.open(scene)
  const until = performance.now() + plan.patience
  try {
    const meter = await visit(browser, opened)
    figures.heap = await meter.heap()
    const session = new Session(opened, target, scene, meter, plan.seconds)
    let hung = 0
    for (const workload of plan.workloads) {
      if (performance.now() > until) {
        figures.cut.push(`${workloads[workload]}: too slow before`)
        continue
      }
      try {
        const costs: Cost[] = []
        const run = await within(session.ready(workload), STEP_WITHIN)
        const { profiles } = plan
        if (profiles !== undefined) {
          const file = path.join(profiles, `${target.name}-${scene.boxes.length}-${workload}`)
          await meter.profiled(file.replaceAll(' ', '-'), run)
        }
        do costs.push(await within(run(), STEP_WITHIN))
        while (
          costs.length < plan.runs &&
          (costs[0]?.ms ?? 0) < SLOW_MS &&
          performance.now() < until
        )
        figures.costs[workload] = medianCost(costs)
      } catch (error) {
        const why = error instanceof TooSlow ? 'too slow' : (error as Error).message
        figures.cut.push(`${workloads[workload]}: ${why}`)
        console.error(`  ${workloads[workload]}: ${why}`)
        // What hangs twice is not waited for any longer.
        if (error instanceof TooSlow && hung++ > 0) break
      }
    }
    await meter.page.context().close()
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error
    figures.cut.push('opening: too slow')
  } finally {
    await opened.close()
  }
  return figures
}
