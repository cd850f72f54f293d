import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import * as v from 'valibot'
import { expect, test } from './fixtures.ts'

const client = path.join(import.meta.dirname, '../dist/client')

/** What a browser on a poor line may have to fetch before the map is drawn: 200 KB of 1,024 bytes, compressed. */
const MOST = 200 * 1024

const Manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    name: v.optional(v.string()),
    imports: v.optional(v.array(v.string()), []),
  }),
)

test(`the scripts that draw the first board weigh at most ${MOST} bytes`, () => {
  const read = readFileSync(path.join(client, '.vite/manifest.json'), 'utf8')
  const manifest = v.parse(Manifest, JSON.parse(read))
  const files = new Map<string, number>()
  const weigh = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    if (files.has(chunk.file)) return
    files.set(chunk.file, gzipSync(readFileSync(path.join(client, chunk.file))).length)
    chunk.imports.forEach(weigh)
  }
  for (const wanted of ['app', 'board']) {
    const [key] = Object.entries(manifest).find(([, { name }]) => name === wanted) ?? []
    weigh(key ?? wanted)
  }
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes, 0)
  expect(total, JSON.stringify(Object.fromEntries(files), null, 1)).toBeLessThanOrEqual(MOST)
})
