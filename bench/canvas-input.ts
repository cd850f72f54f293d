import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession } from '@playwright/test'

/** A place in the window, CSS px. */
export interface Place {
  x: number
  y: number
}

const FRAME_MS = 1000 / 60
// A browser that hasn't taken so many events yet gets no further ones: it would merge them anyway.
const MOST_WAITING = 2
/** How long a page may take over the last event, ms. */
const LAST_WITHIN = 10_000

/** The page was too slow to be measured. */
export class TooSlow extends Error {}

/** `promise`, or `TooSlow` after `ms`. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const off = new AbortController()
  const late = pause(ms, undefined, { signal: off.signal }).then(
    () => {
      throw new TooSlow()
    },
    () => new Promise<never>(() => {}),
  )
  try {
    return await Promise.race([promise, late])
  } finally {
    off.abort()
  }
}

/** Sends an event sixty times a second for `seconds`; `send` gets how far through it is, 0 to 1. */
export async function sixtyTimes(
  seconds: number,
  send: (share: number) => Promise<unknown>,
): Promise<void> {
  const waiting = new Set<Promise<unknown>>()
  const start = performance.now()
  const steps = Math.round(seconds * 60)
  for (let step = 1; performance.now() - start < seconds * 1000; step++) {
    if (waiting.size < MOST_WAITING) {
      const sent = send(Math.min(1, step / steps)).finally(() => waiting.delete(sent))
      waiting.add(sent)
    }
    const now = performance.now() - start
    // Missed ticks are left out, so that it takes as long as it should.
    step = Math.max(step, Math.floor(now / FRAME_MS))
    await pause(Math.max(0, step * FRAME_MS - now))
  }
  await within(Promise.all(waiting), LAST_WITHIN)
}

/** Real input as a mouse makes it, through the browser's own input pipeline. */
export class Mouse {
  readonly #devtools: CDPSession

  constructor(devtools: CDPSession) {
    this.#devtools = devtools
  }

  move({ x, y }: Place, held = false): Promise<unknown> {
    const button = held ? 'left' : 'none'
    return this.#send({ type: 'mouseMoved', x, y, button, buttons: held ? 1 : 0 })
  }

  press({ x, y }: Place): Promise<unknown> {
    return this.#send({ type: 'mousePressed', x, y, button: 'left', buttons: 1, clickCount: 1 })
  }

  release({ x, y }: Place): Promise<unknown> {
    return this.#send({ type: 'mouseReleased', x, y, button: 'left', buttons: 0, clickCount: 1 })
  }

  /** Turns the wheel at a place; with `zoom` the way a pinch on a trackpad does it. */
  wheel({ x, y }: Place, deltaX: number, deltaY: number, zoom = false): Promise<unknown> {
    return this.#send({
      type: 'mouseWheel',
      x,
      y,
      deltaX,
      deltaY,
      modifiers: zoom ? 2 : 0,
    })
  }

  /** Presses at `from`, goes to `to` in a few steps and releases. */
  async drag(from: Place, to: Place): Promise<void> {
    await this.move(from)
    await this.press(from)
    for (const share of [0.02, 0.3, 0.6, 0.9, 1]) {
      await this.move(
        { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
        true,
      )
      await pause(50)
    }
    await this.release(to)
  }

  #send(event: Parameters<CDPSession['send']>[1]): Promise<unknown> {
    return this.#devtools.send('Input.dispatchMouseEvent', event as never)
  }
}
