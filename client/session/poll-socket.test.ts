import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { decodePoll, encodePollAnswer } from '../../shared/protocol/poll.ts'
import { PollSocket } from './poll-socket.ts'

test('long offline work goes out in order, in requests that any proxy takes', async () => {
  const bodies: Uint8Array[][] = []
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      bodies.push(decodePoll(body))
      response.end(encodePollAnswer({ connection: 'one', close: 0, messages: [] }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const socket = new PollSocket(`ws://127.0.0.1:${port}/sync/board`, ['rapport', 'token.t'])
  const sizes = [10, 100_000, 300_000, 900_000, 50_000, 50_000]
  await new Promise<void>((resolve) => {
    socket.onopen = () => resolve()
  })
  for (const [i, size] of sizes.entries()) socket.send(new Uint8Array(size).fill(i))
  await expect.poll(() => bodies.flat().length).toBe(sizes.length)
  socket.close()
  server.closeAllConnections()
  server.close()
  await once(server, 'close')

  expect(bodies.flat().map(([sign]) => sign)).toEqual([0, 1, 2, 3, 4, 5])
  for (const body of bodies) {
    const bytes = body.reduce((sum, { length }) => sum + length, 0)
    expect(body.length === 1 || bytes <= 400_000).toBe(true)
  }
})

test('a listener at fault is reported, and neither ends the connection nor costs the next message', async () => {
  const messages = [new Uint8Array([1]), new Uint8Array([2])]
  const server = createServer((request, response) => {
    request.resume()
    response.end(encodePollAnswer({ connection: 'one', close: 0, messages }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => void reported.push(error))
  const socket = new PollSocket(`ws://127.0.0.1:${port}/sync/board`, ['rapport', 'token.t'])
  const heard: number[] = []
  await new Promise<void>((resolve, reject) => {
    socket.onclose = () => reject(new Error('the connection ended'))
    socket.onmessage = ({ data }) => {
      const [sign = 0] = new Uint8Array(data)
      heard.push(sign)
      if (heard.length === 4) resolve()
      if (sign === 1) throw new Error('a fault of ours')
    }
  }).finally(() => {
    socket.onclose = null
    socket.close()
    server.closeAllConnections()
    server.close()
    vi.unstubAllGlobals()
  })
  expect(heard).toEqual([1, 2, 1, 2])
  expect(reported).toEqual([new Error('a fault of ours'), new Error('a fault of ours')])
})
