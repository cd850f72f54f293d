import { writeFileSync } from 'node:fs'
import type { CDPSession, Page } from '@playwright/test'

/** What a canvas cost while something was done to it. */
export interface Cost {
  /** processor time of the page's main thread for each frame, ms */
  ms: number
  fps: number
  /** frames that came more than 33 ms after the one before, over the whole run */
  slow: number
  /** the longest task of the main thread that the browser calls long (over 50 ms); 0 for none */
  longest: number
}

/** When the scene was first on screen, and when the page answered: half a second without a long task began; ms from asking for the page. */
export interface Load {
  content: number
  interactive: number
  /** addresses of the files that had come by the first content */
  files: string[]
}

/** What the page notes about itself from its first script on. */
interface Notes {
  frames: number[]
  /** ends (ms since the page was asked for) and lengths (ms) of the long tasks */
  long: { end: number; length: number }[]
  /** when the scene was first on screen, and when the page could be used, ms since it was asked for */
  content: number | null
  /** resolves when the page answers */
  loaded: Promise<Load>
}

declare global {
  interface Window {
    benchNotes: Notes
  }
}

/** Where the scene shows that it is there: elements that match a selector, or a canvas that is no longer blank. */
export interface Sign {
  selector: string
  isCanvas: boolean
  /** what must be there too before the page can be used */
  ready: string
}

/** Runs in the page before its own scripts. */
function takeNotes({ selector, isCanvas, ready }: Sign): void {
  let tell: (load: Load) => void = () => undefined
  const loaded = new Promise<Load>((resolve) => (tell = resolve))
  const notes: Notes = { frames: [], long: [], content: null, loaded }
  window.benchNotes = notes
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      notes.long.push({ end: startTime + duration, length: duration })
  }).observe({ type: 'longtask', buffered: true })

  const small = new OffscreenCanvas(64, 40)
  const pixels = small.getContext('2d', { willReadFrequently: true })
  /** Whether a twentieth of the picture isn't the colour of its commonest pixel. */
  const isPainted = (canvas: HTMLCanvasElement): boolean => {
    if (!pixels || canvas.width === 0) return false
    pixels.imageSmoothingEnabled = false
    pixels.clearRect(0, 0, 64, 40)
    pixels.drawImage(canvas, 0, 0, 64, 40)
    const values = new Uint32Array(pixels.getImageData(0, 0, 64, 40).data.buffer)
    const counts = new Map<number, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return Math.max(...counts.values()) < 0.95 * values.length
  }
  const hasContent = (): boolean => {
    if (!isCanvas) return document.querySelector(selector) !== null
    return [...document.querySelectorAll<HTMLCanvasElement>(selector)].some(isPainted)
  }
  const rest = (usable: number): void => {
    const interactive = Math.max(usable, notes.long.at(-1)?.end ?? 0)
    if (performance.now() - interactive < 500) {
      setTimeout(rest, 100, usable)
      return
    }
    const content = notes.content ?? 0
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const files = all.filter(({ responseEnd }) => responseEnd <= content).map(({ name }) => name)
    tell({ content, interactive, files })
  }
  const look = (): void => {
    if (notes.content === null && hasContent()) notes.content = performance.now()
    if (notes.content !== null && document.querySelector(ready)) rest(performance.now())
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** The script that takes notes on a page where the scene shows by `sign`, to run before the page's own. */
export const notesOn = (sign: Sign): string =>
  // What runs these scripts wraps named functions in a helper that pages don't have.
  `globalThis.__name = (named) => named; (${takeNotes.toString()})(${JSON.stringify(sign)})`

/** Measures one page, as the browser's own accounts have it. */
export class Meter {
  readonly page: Page
  readonly #devtools: CDPSession

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page
    this.#devtools = devtools
  }

  /** A meter on a page that was not opened yet. */
  static async on(page: Page, sign: Sign): Promise<Meter> {
    await page.addInitScript(notesOn(sign))
    const devtools = await page.context().newCDPSession(page)
    // Processor time rather than the clock's: what else the machine does is not the canvas' doing.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Meter(page, devtools)
  }

  get devtools(): CDPSession {
    return this.#devtools
  }

  /** Resolves when the page has its content and answers. */
  loaded(): Promise<Load> {
    return this.page.evaluate(() => window.benchNotes.loaded)
  }

  /** MB of JavaScript objects that are still in use. */
  async heap(): Promise<number> {
    await this.#devtools.send('HeapProfiler.collectGarbage')
    return (await this.#read('JSHeapUsedSize')) / 1e6
  }

  /** Keeps pictures of the page before and after `task`, and the browser's trace and the main thread's CPU profile of it, under `file`. */
  async profiled<T>(file: string, task: () => Promise<T>): Promise<T> {
    await this.page.screenshot({ path: `${file}.png` })
    const browser = this.page.context().browser()
    await browser?.startTracing(this.page, { path: `${file}.trace.json` })
    await this.#devtools.send('Profiler.enable')
    await this.#devtools.send('Profiler.start')
    const result = await task()
    await browser?.stopTracing()
    const { profile } = await this.#devtools.send('Profiler.stop')
    writeFileSync(`${file}.cpuprofile`, JSON.stringify(profile))
    await this.page.screenshot({ path: `${file}-after.png` })
    return result
  }

  /** What the page cost while `task` ran. */
  async during(task: () => Promise<void>): Promise<Cost> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const frames: number[] = []
          Object.assign(window.benchNotes, { frames, long: [] })
          const note = (now: number): void => {
            if (window.benchNotes.frames !== frames) return
            frames.push(now)
            requestAnimationFrame(note)
          }
          requestAnimationFrame((now) => {
            note(now)
            resolve()
          })
        }),
    )
    const before = await this.#read('TaskDuration')
    await task()
    const after = await this.#read('TaskDuration')
    const { frames, long } = await this.page.evaluate(() => {
      const noted = { ...window.benchNotes }
      window.benchNotes.frames = []
      return noted
    })
    const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at))
    const span = (frames.at(-1) ?? 0) - (frames[0] ?? 0)
    return {
      ms: ((after - before) * 1000) / Math.max(1, gaps.length),
      fps: span > 0 ? (gaps.length * 1000) / span : 0,
      slow: gaps.filter((gap) => gap > 33.4).length,
      longest: Math.max(0, ...long.map(({ length }) => length)),
    }
  }

  async #read(name: string): Promise<number> {
    const { metrics } = await this.#devtools.send('Performance.getMetrics')
    return metrics.find((metric) => metric.name === name)?.value ?? 0
  }
}
