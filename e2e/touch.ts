import type { CDPSession } from '@playwright/test'
import { onPage, type Place } from './map.ts'
import type { BoardPage } from './pages/board-page.ts'

type Phase = 'touchStart' | 'touchMove' | 'touchEnd'

/** Fingers on the map, as the browser itself hears them; places in CSS px from the map's middle. */
export class Fingers {
  readonly #person: BoardPage
  readonly #cdp: CDPSession

  private constructor(person: BoardPage, cdp: CDPSession) {
    this.#person = person
    this.#cdp = cdp
  }

  static async on(person: BoardPage): Promise<Fingers> {
    return new Fingers(person, await person.page.context().newCDPSession(person.page))
  }

  /** Puts as many fingers down as there are places. */
  down(...places: readonly Place[]): Promise<void> {
    return this.#send('touchStart', places)
  }

  /** Takes each finger to a new place in a few steps. */
  async move(from: readonly Place[], to: readonly Place[], steps = 5): Promise<void> {
    for (let step = 1; step <= steps; step++) {
      const share = step / steps
      await this.#send(
        'touchMove',
        from.map(([x, y], i): Place => {
          const [toX, toY] = to[i] ?? [x, y]
          return [x + (toX - x) * share, y + (toY - y) * share]
        }),
      )
    }
  }

  /** Takes all fingers off. */
  up(): Promise<void> {
    return this.#send('touchEnd', [])
  }

  async tap(place: Place): Promise<void> {
    await this.down(place)
    await this.up()
  }

  /** One finger from a place to another. */
  async drag(from: Place, to: Place): Promise<void> {
    await this.down(from)
    await this.move([from], [to])
    await this.up()
  }

  async #send(type: Phase, places: readonly Place[]): Promise<void> {
    const touchPoints = await Promise.all(
      places.map(async (place, id) => {
        const [x, y] = await onPage(this.#person, place)
        return { x, y, id }
      }),
    )
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}
