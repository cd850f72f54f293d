import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function capture() {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  return { log, lines }
}

test('a line is one JSON object with time and level, and nothing about the machine', () => {
  const { log, lines } = capture()
  log.info({ route: '/api/boards' }, 'request')
  log.debug({}, 'not shown')
  expect(lines).toHaveLength(1)
  const line = JSON.parse(lines[0]!) as Record<string, unknown>
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    route: '/api/boards',
    msg: 'request',
  })
})

test.each([
  { authorization: 'Bearer canary' },
  { headers: { authorization: 'Bearer canary' } },
  { headers: { 'sec-websocket-protocol': 'rapport, token.canary' } },
  { upgrade: { headers: { 'sec-websocket-protocol': 'rapport, token.canary' } } },
  { body: { secret: 'canary' } },
  { participant: { token: 'canary' } },
  { req: { method: 'GET', url: '/?secret=canary', headers: { authorization: 'canary' } } },
])('%o leaves no secret behind', (fields) => {
  const { log, lines } = capture()
  log.info(fields, 'something')
  expect(lines.join('')).toContain('something')
  expect(lines.join('')).not.toContain('canary')
})
