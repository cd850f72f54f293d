import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Mouse, Place } from './canvas-input.ts'
import type { Sign } from './canvas-meter.ts'
import type { Scene } from './canvas-scene.ts'

/** The window of every canvas, CSS px. */
export const VIEWPORT = { width: 1440, height: 900 }

/** A canvas with the scene on it, in a browser of its own. */
export interface Opened {
  url: string
  sign: Sign
  /** a script that gives a fresh browser what it needs to come in; runs before the page's own */
  prepare: string
  /** Shows all of it. */
  fit(page: Page): Promise<void>
  /** Shows the hub in the middle at a scale: CSS px for a world unit. */
  view(page: Page, mouse: Mouse, scale: number): Promise<void>
  /** Where the hub can be gripped. */
  hub(page: Page): Promise<Place>
  /** World x of the hub. */
  hubX(page: Page): Promise<number>
  /** How many boxes are selected, arrows counted in where they are selected with them. */
  selected(page: Page): Promise<number>
  /** Has the remote editors begin. */
  play(page: Page): Promise<void>
  stop(page: Page): Promise<void>
  close(): Promise<void>
}

/** A canvas that the bench can open. */
export interface CanvasTarget {
  name: string
  /** wheel units that zoom it by a factor of e, or, where that is `linear`, from 0 to 100 % */
  zoom: { units: number; linear: boolean }
  open(scene: Scene): Promise<Opened>
}

/** Waits until the map has stopped flying and is painted crisply. */
export async function rest(page: Page): Promise<void> {
  await pause(400)
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
}
