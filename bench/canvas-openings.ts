import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { BareBrowser } from './bare-browser.ts'
import { TooSlow, within } from './canvas-input.ts'
import { notesOn, type Load } from './canvas-meter.ts'
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

/** How long a canvas may take to load, ms; one that takes longer fails. */
export const LOAD_WITHIN = 60_000
// What takes longer than this is opened once, ms.
const SLOW_MS = 5_000
// A new page's own beginnings take a core for most of a second, and a server puts away what was left for three: neither is to fall
// into what is opened next.
const RESTED_MS = 4_000
// A page is not asked before.
const ASK_MS = 2_000

/** The median of `values`, the upper one of the two middle values of an even number; NaN when there are none. */
export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** KB of the scripts among these files, compressed. */
async function weigh(files: readonly string[]): Promise<number> {
  let bytes = 0
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    const answer = await fetch(file)
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length
  }
  return bytes / 1000
}

async function openOnce(browser: BareBrowser, opened: Opened): Promise<Opening> {
  // The blank page before it has no storage to prepare.
  const script = `if (location.protocol === 'http:') { ${opened.prepare}; ${notesOn(opened.sign)} }`
  const page = await browser.page(VIEWPORT, script)
  try {
    await pause(RESTED_MS)
    await page.goto(opened.url)
    // Whoever asks meanwhile has the page answer.
    await pause(ASK_MS)
    const load = (await within(page.evaluate('benchNotes.loaded'), LOAD_WITHIN)) as Load
    return { ...load, scripts: await weigh(load.files) }
  } finally {
    await page.close()
  }
}

/** Opens every canvas `times` over, in turns, for the machine is not as fast from one minute to the next; by name, without those that are too slow. */
export async function measureOpenings(
  browser: BareBrowser,
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
