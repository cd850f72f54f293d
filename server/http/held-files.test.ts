import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHeldFiles, type HeldFiles } from './held-files.ts'

let folder: string
let held: HeldFiles

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapport-held-'))
  const files = {
    'map-1.js': 'export {}',
    'map-1.js.br': 'brotli',
    'map-1.js.gz': 'gzip',
    'tiny-1.css': 'a{}',
    'font-1.woff2': 'letters',
    'notes.txt': 'words',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  held = await readHeldFiles(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const said = (name: string, accepts?: string) => {
  const file = held(name, accepts)
  return file && [file.bytes.toString(), file.type, file.encoding]
}

test.each([
  ['gzip, deflate, br, zstd', ['brotli', 'text/javascript; charset=utf-8', 'br']],
  ['gzip', ['gzip', 'text/javascript; charset=utf-8', 'gzip']],
  ['br;q=0, gzip;q=0.5', ['gzip', 'text/javascript; charset=utf-8', 'gzip']],
  ['*', ['brotli', 'text/javascript; charset=utf-8', 'br']],
  ['identity', undefined],
  ['', undefined],
  [undefined, undefined],
])('to whoever accepts %o a script goes as %o', (accepts, expected) => {
  expect(said('map-1.js', accepts)).toEqual(expected)
})

test('what was not compressed goes as it is, whoever asks', () => {
  expect(said('tiny-1.css')).toEqual(['a{}', 'text/css; charset=utf-8', undefined])
  expect(said('font-1.woff2', 'br')).toEqual(['letters', 'font/woff2', undefined])
})

test.each(['gone.js', 'notes.txt', 'map-1.js.br', '../map-1.js', '', 'constructor'])(
  '%o is left to the disk',
  (name) => expect(said(name, 'br')).toBeUndefined(),
)

test('where the client was not built there is nothing', async () => {
  const none = await readHeldFiles(path.join(folder, 'nowhere'))
  expect(none('map-1.js', 'br')).toBeUndefined()
})
