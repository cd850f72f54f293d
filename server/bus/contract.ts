import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BusListener, ClusterBus } from './bus.ts'

/** Another node, that can reach those made before. */
export type Connect = () => ClusterBus

/** A listener that keeps what it hears, and lets a test wait for it. */
export class Ear implements BusListener {
  readonly heard: string[] = []
  gaps = 0
  losses = 0
  #waiting: { isSo: () => boolean; resolve: () => void }[] = []

  frame(frame: Uint8Array): void {
    this.heard.push(Buffer.from(frame).toString('latin1'))
    this.#look()
  }
  gap(): void {
    this.gaps += 1
    this.#look()
  }
  lost(): void {
    this.losses += 1
    this.#look()
  }

  /** Settles once `isSo`. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ isSo, resolve })
      this.#look()
    })
  }
  hears(text: string): Promise<void> {
    return this.until(() => this.heard.includes(text))
  }

  #look(): void {
    const ready = this.#waiting.filter(({ isSo }) => isSo())
    this.#waiting = this.#waiting.filter((one) => !ready.includes(one))
    for (const { resolve } of ready) resolve()
  }
}

/** A frame for the bus with the characters of `text` as its bytes (Latin-1). */
export const frame = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** Subscribes and waits until it is heard. */
export async function listen(bus: ClusterBus, board: string): Promise<Ear & { end(): void }> {
  const ear = new Ear()
  const end = bus.subscribe(board, ear)
  await ear.until(() => ear.gaps > 0)
  return Object.assign(ear, { end })
}

/** What every engine must keep to while nothing is broken; run it from a test file of the engine's own. */
export function busContract(connect: Connect): void {
  describe('bus contract', () => {
    let one: ClusterBus
    let two: ClusterBus
    let three: ClusterBus
    beforeEach(async () => {
      one = connect()
      two = connect()
      three = connect()
      await Promise.all([one, two, three].map((bus) => listen(bus, 'start')))
    })
    afterEach(() => Promise.all([one, two, three].map((bus) => bus.close())))

    test('[BU1] every other node on the board hears each byte, in order, and the sender hears nothing', async () => {
      const [mine, second, third] = [
        await listen(one, 'b1'),
        await listen(two, 'b1'),
        await listen(three, 'b1'),
      ]
      const bytes = String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code))
      const sent = ['first', '', bytes, 'last']
      for (const text of sent) one.publish('b1', frame(text))
      await Promise.all([second.hears('last'), third.hears('last')])
      two.publish('b1', frame('answer'))
      await Promise.all([mine.hears('answer'), third.hears('answer')])
      expect([mine.heard, second.heard, third.heard]).toEqual([
        ['answer'],
        sent,
        [...sent, 'answer'],
      ])
    })

    test('[BU2] other boards are not heard', async () => {
      const ear = await listen(two, 'b1')
      one.publish('b2', frame('elsewhere'))
      one.publish('b1', frame('here'))
      await ear.hears('here')
      expect(ear.heard).toEqual(['here'])
    })

    test('[BU3] who has left hears nothing more, and others on the same node still do', async () => {
      const [leaver, stayer] = [await listen(two, 'b1'), await listen(two, 'b1')]
      one.publish('b1', frame('before'))
      await Promise.all([leaver, stayer].map((ear) => ear.hears('before')))
      leaver.end()
      one.publish('b1', frame('after'))
      await stayer.hears('after')
      expect(leaver.heard).toEqual(['before'])
      stayer.end()
      const again = await listen(two, 'b1')
      one.publish('b1', frame('again'))
      await again.hears('again')
      expect([stayer.heard, again.heard]).toEqual([['before', 'after'], ['again']])
    })

    test('[BU4] what is changed after it was published is heard as it was', async () => {
      const ear = await listen(two, 'b1')
      const bytes = frame('as it was')
      one.publish('b1', bytes)
      bytes.fill(0)
      await ear.hears('as it was')
    })

    test('[BU5] each node has a name of its own, answers a ping, and may publish after it was closed', async () => {
      expect(new Set([one, two, three].map(({ node }) => node)).size).toBe(3)
      const ear = await listen(two, 'b1')
      await one.ping()
      await one.close()
      expect(() => one.publish('b1', frame('too late'))).not.toThrow()
      three.publish('b1', frame('in time'))
      await ear.hears('in time')
      expect(ear.heard).toEqual(['in time'])
    })
  })
}
