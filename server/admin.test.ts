import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzipSync } from 'fflate'
import { BOARD_FORMAT, type BoardJson } from '../shared/board/json.ts'
import { everyRound } from '../shared/paper/fixtures/rounds.ts'
import { freshSession } from '../shared/session/state.ts'
import { openSqliteStore } from './store/sqlite.ts'

let dir: string

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-'))
})
afterAll(() => rm(dir, { recursive: true }))

interface Said {
  code: number
  out: string
  err: string
}

/** Runs a verb as an operator does, standing in `dir`, with `settings` in the environment. */
async function adminWith(settings: Record<string, string>, ...words: string[]): Promise<Said> {
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
        ...settings,
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

const admin = (...words: string[]): Promise<Said> => adminWith({}, ...words)

test('an unknown verb and a missing word print how it is used', async () => {
  const [none, unknown, inherited, missing, wrong] = await Promise.all([
    admin(),
    admin('explode'),
    admin('toString'),
    admin('export'),
    admin('restore', 'all.backup', '--force'),
  ])
  for (const { code, out, err } of [none, unknown, inherited, missing, wrong]) {
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^Usage: /m)
    expect(err).not.toMatch(/\n +at /)
  }
  expect(none.err).toMatch(/^ {2}purge/m)
  expect(unknown.err).toMatch(/^There is no verb “explode”\.\n/)
  expect(missing.err).toMatch(/^Usage: npm run admin -- export <id> \[file\]\n[^\n]+\n$/)
  expect(wrong.err).toContain('restore <file> [--replace]')
  const help = await admin('--help')
  expect(help).toEqual({ code: 0, out: none.err, err: '' })
}, 120_000)

test('a folder without boards is named, and stays as it was', async () => {
  const empty = path.join(dir, 'empty')
  const { code, out, err } = await adminWith({ DATA_DIR: empty }, 'boards')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(`There are no boards in ${empty}.`)
  expect(existsSync(empty)).toBe(false)
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

  const store = await openSqliteStore(path.join(dir, 'data'))
  await store.saveSession(id, 0, JSON.stringify({ ...freshSession(), rounds: everyRound() }))
  await store.close()
  await admin('export', id, 'registers.zip')
  const registers = unzipSync(await readFile(path.join(dir, 'registers.zip')))
  expect(String.fromCharCode(...(registers['questions-to-everyone.csv'] ?? []))).toContain(
    'What do you hope for?',
  )
  await admin('export', id, 'out.kumu.json')
  expect(JSON.parse(await readFile(path.join(dir, 'out.kumu.json'), 'utf8'))).toHaveProperty(
    'elements',
  )

  expect((await admin('backup', 'all.backup')).out).toMatch(/^1 board written/)
  expect((await admin('restore', 'all.backup')).out).toBe(
    '0 boards restored, 1 left as they are (with --replace they are put back too)\n',
  )
  const replaced = await admin('restore', '--replace', 'all.backup')
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
    admin('backup', 'nosuchfolder/all.backup'),
  ])
  for (const { code, out, err } of answers) {
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^[^\n]+\n$/)
  }
}, 120_000)
