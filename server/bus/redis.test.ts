import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasRedis, startRedis, type Service } from '../test-services.ts'
import type { ClusterBus } from './bus.ts'
import { busContract, Ear, frame, listen } from './contract.ts'
import { createRedisBus } from './redis.ts'

describe.skipIf(!hasRedis)(
  'on a real Redis (skipped where it is not installed)',
  { timeout: 60_000 },
  () => {
    let redis: Service
    const buses: ClusterBus[] = []
    beforeAll(async () => {
      redis = await startRedis()
    }, 60_000)
    afterEach(() => Promise.all(buses.splice(0).map((bus) => bus.close())))
    afterAll(() => redis.dispose())

    interface Settings {
      url?: string
      heartbeat?: number
      hear?: (line: string) => void
    }
    const connect = ({ url = redis.url, hear, heartbeat = 2_000 }: Settings = {}): ClusterBus => {
      const write = (fields: object, message: string): void => {
        hear?.(`${message} ${JSON.stringify(fields)}`)
      }
      const bus = createRedisBus(url, { log: { info: write, warn: write }, heartbeat })
      buses.push(bus)
      return bus
    }

    busContract(() => connect())

    const listener = async (settings?: Settings): Promise<{ bus: ClusterBus; ear: Ear }> => {
      const bus = connect(settings)
      return { bus, ear: await listen(bus, 'b1') }
    }

    test('Redis dies and comes back: nothing throws, both are told, and they hear each other again', async () => {
      const [one, two] = await Promise.all([listener(), listener()])
      await redis.kill()
      await Promise.all([one, two].map(({ ear }) => ear.until(() => ear.losses > 0)))
      expect(() => one.bus.publish('b1', frame('into the void'))).not.toThrow()
      await expect(one.bus.ping()).rejects.toThrow(/no contact with Redis/)
      await redis.start()
      await Promise.all([one, two].map(({ ear }) => ear.until(() => ear.gaps > ear.losses)))
      await one.bus.ping()
      one.bus.publish('b1', frame('back'))
      await two.ear.hears('back')
      expect(two.ear.heard).toEqual(['back'])
    })

    test('a node that starts, and a board that is opened, while Redis is away join in when it is there', async () => {
      const one = await listener()
      await redis.kill()
      await one.ear.until(() => one.ear.losses > 0)
      const ears = [new Ear(), new Ear()] as const
      const two = connect()
      two.subscribe('b1', ears[0])
      one.bus.subscribe('b2', ears[1])
      await redis.start()
      await Promise.all(ears.map((ear) => ear.until(() => ear.gaps > 0)))
      await one.ear.until(() => one.ear.gaps > one.ear.losses)
      one.bus.publish('b1', frame('hello'))
      two.publish('b2', frame('hello, too'))
      await Promise.all([ears[0].hears('hello'), ears[1].hears('hello, too')])
      expect(ears.map(({ losses }) => losses)).toEqual([0, 0])
    })

    test('a Redis that hangs counts as lost, holds back no more than a bound, and is left again for one that answers', async () => {
      const [one, two] = await Promise.all([
        listener({ heartbeat: 300 }),
        listener({ heartbeat: 300 }),
      ])
      redis.pause()
      const large = frame('x'.repeat(1_000_000))
      for (let count = 0; count < 50; count += 1) one.bus.publish('b1', large)
      await Promise.all([one, two].map(({ ear }) => ear.until(() => ear.losses > 0)))
      redis.resume()
      await Promise.all([one, two].map(({ ear }) => ear.until(() => ear.gaps > ear.losses)))
      one.bus.publish('b1', frame('back'))
      await two.ear.hears('back')
      expect(two.ear.heard.length).toBeLessThan(10)
    })

    test('a refused password is reported and written nowhere', async () => {
      const lines: string[] = []
      const bus = await new Promise<ClusterBus>((resolve) => {
        const made = connect({
          url: redis.url.replace('redis://', 'redis://me:pass-1@'),
          hear(line) {
            lines.push(line)
            if (line.includes('WRONGPASS')) resolve(made)
          },
        })
      })
      await expect(bus.ping()).rejects.toThrow(/no contact with Redis: WRONGPASS/)
      expect(lines.join()).not.toContain('pass-1')
    })
  },
)
