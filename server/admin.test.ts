import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BOARD_FORMAT, type BoardJson } from '../shared/board/json.ts'

let dir: string

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
})
afterAll(() => rm(dir, { recursive: true }))

/** Runs a verb as an operator does, standing in `dir`. */
async function admin(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'admin.ts'), ...words],
    {
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: path.join(dir, 'data'),
        INIT_CWD: dir,
        PUBLIC_URL: 'https://maps.example',
        PORT: '1',
      },
    },
  )
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ])
  return { code, out, err }
}

test('an unknown verb and a missing word print how it is used', async () => {
  const answers = await Promise.all([admin(), admin('explode'), admin('export'), admin('toString')])
  for (const { code, out, err } of answers) {
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^Usage: /)
    expect(err).not.toMatch(/\n +at /)
  }
}, 120_000)

test('a board is made from a file, listed, written to a file, backed up and restored', async () => {
  const csv = path.join(import.meta.dirname, 'import/fixtures/cheyenne.relationships.csv')
  const made = await admin('import', csv)
  expect(made.err).toBe('')
  const [title, ...links] = made.out.trim().split('\n')
  expect(title).toMatch(/^cheyenne\.relationships: \d+ organisations, \d+ relationships/)
  const id = /https:\/\/maps\.example\/b\/(\w+)#/.exec(links.join('\n'))?.[1] ?? ''
  expect(id).not.toBe('')

  expect((await admin('boards')).out).toMatch(new RegExp(`^${id} .* cheyenne\\.relationships\\n$`))
  expect((await admin('export', id, 'out.json')).out.trim()).toBe(path.join(dir, 'out.json'))
  const board = JSON.parse(await readFile(path.join(dir, 'out.json'), 'utf8')) as BoardJson
  expect(board.format).toBe(BOARD_FORMAT)
  expect(Object.keys(board.objects).length).toBeGreaterThan(20)

  expect((await admin('backup', 'all.backup')).out).toMatch(/^1 board written/)
  expect((await admin('restore', 'all.backup')).out).toBe(
    '0 boards restored, 1 left as they are (with --replace they are put back too)\n',
  )
  const replaced = await admin('restore', 'all.backup', '--replace')
  expect(replaced.out).toBe('1 board restored, 0 left as they are\n')

  const purged = await admin('purge')
  expect(purged.code).toBe(0)
  expect(purged.out).toMatch(/^0 boards deleted: RETENTION_DAYS is not set/)
}, 120_000)

test('what can’t be done is one line without a stack', async () => {
  const answers = await Promise.all([
    admin('links', 'nosuchboard'),
    admin('import', 'nosuchfile.csv'),
    admin('export', 'nosuchboard', 'board.bmp'),
    admin('restore', 'nosuchfile'),
  ])
  for (const { code, out, err } of answers) {
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^[^\n]+\n$/)
  }
}, 120_000)
