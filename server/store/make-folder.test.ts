import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rapport-folder-'))
})
afterEach(() => rm(dir, { recursive: true }))

test('a folder is made with those above it, once or again', async () => {
  const deep = path.join(dir, 'a/b/c')
  await makeFolder(deep)
  await makeFolder(deep)
  expect((await stat(deep)).isDirectory()).toBe(true)
})

test('where none can be made the system’s error says so', async () => {
  const file = path.join(dir, 'file')
  await writeFile(file, '')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(path.join(file, 'a/b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.runIf(process.platform === 'linux')(
  'a file system that makes no folders ends it',
  async () => {
    await expect(makeFolder('/proc/rapport/data')).rejects.toMatchObject({ code: 'ENOENT' })
  },
)
