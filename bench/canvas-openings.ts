import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from '@playwright/test'
import { TooSlow, within } from './canvas-input.ts'
import { Meter } from './canvas-meter.ts'
import type { Scene } from './canvas-scene.ts'
import { VIEWPORT, type CanvasTarget, type Opened } from './canvas-target.ts'

/** What it took to open a canvas; the medians of all openings. */
export interface Opening {
  /** ms from asking for the page */
  content: number
  interactive: number
  /** KB of JavaScript, compressed, that had come by the first content */
  scripts: number
}

export const LOAD_WITHIN = 60_000
// What takes longer than this is opened once, ms.
const SLOW_MS = 5_000
// A new page's own beginnings, and the end of the one before, take a core for most of a second: they are not the canvas' doing.
const RESTED_MS = 1_500

export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** A page of a fresh browser profile on its way to the canvas, asked for when the browser is at rest. */
export async function visit(
  browser: Browser,
  opened: Opened,
): Promise<{ page: Page; meter: Meter; scripts: Response[] }> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB' })
  await opened.prepare(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`))
  const meter = await Meter.on(page, opened.sign)
  const scripts: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  })
  await pause(RESTED_MS)
  await page.goto(opened.url, { waitUntil: 'commit' })
  return { page, meter, scripts }
}

async function weigh(scripts: readonly Response[], needed: readonly string[]): Promise<number> {
  let bytes = 0
  for (const script of scripts)
    if (needed.includes(script.url())) bytes += gzipSync(await script.body()).length
  return bytes / 1000
}

async function openOnce(browser: Browser, opened: Opened): Promise<Opening> {
  const { page, meter, scripts } = await visit(browser, opened)
  try {
    const { content, interactive, scripts: needed } = await within(meter.loaded(), LOAD_WITHIN)
    return { content, interactive, scripts: await weigh(scripts, needed) }
  } finally {
    await page.context().close()
  }
}

/** Opens every canvas `times` over, in turns, for the machine is not as fast from one minute to the next; by name, without those that are too slow. */
export async function measureOpenings(
  browser: Browser,
  targets: readonly CanvasTarget[],
  scene: Scene,
  times: number,
): Promise<Map<string, Opening>> {
  const all = new Map<CanvasTarget, { opened: Opened; openings: Opening[] }>()
  try {
    for (const target of targets)
      all.set(target, { opened: await target.open(scene), openings: [] })
    for (let time = 0; time < times; time++) {
      for (const [target, { opened, openings }] of all) {
        const isSlow = time > 0 && !(middle(openings.map((one) => one.interactive)) < SLOW_MS)
        if (isSlow) continue
        try {
          openings.push(await openOnce(browser, opened))
        } catch (error) {
          if (!(error instanceof TooSlow)) throw error
          console.error(`  ${target.name}: too slow`)
        }
      }
    }
    const of = (openings: readonly Opening[], figure: keyof Opening): number =>
      middle(openings.map((opening) => opening[figure]))
    return new Map(
      [...all]
        .filter(([, { openings }]) => openings.length > 0)
        .map(([target, { openings }]) => [
          target.name,
          {
            content: of(openings, 'content'),
            interactive: of(openings, 'interactive'),
            scripts: of(openings, 'scripts'),
          },
        ]),
    )
  } finally {
    for (const { opened } of all.values()) await opened.close()
  }
}
