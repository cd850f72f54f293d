import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { negotiate } from '@fastify/accept-negotiator'

/** A file as it goes out. */
interface HeldFile {
  bytes: Buffer
  /** its content type */
  type: string
  /** how it is compressed, if it is */
  encoding?: string
}
/** The file of a name, compressed in a way that `accepts` (an Accept-Encoding header) names; undefined for what only the disk has. */
export type HeldFiles = (name: string, accepts: string | undefined) => HeldFile | undefined

const types: Record<string, string | undefined> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const suffixes = { br: '.br', gzip: '.gz' }
/** The best first. */
const encodings = Object.keys(suffixes) as (keyof typeof suffixes)[]

/**
 * Reads a folder of files that never change under their name, and keeps in memory what of each goes out: a browser that opens a board
 * asks for two dozen at once, and from the disk each costs the relay four calls to the system. Of a file that was compressed beforehand
 * only the compressed forms are kept.
 */
export async function readHeldFiles(folder: string): Promise<HeldFiles> {
  const names = new Set(existsSync(folder) ? await readdir(folder) : [])
  const held = new Map<string, Buffer>()
  for (const name of names) {
    if (types[path.extname(name)] === undefined) continue
    const packed = encodings.map((one) => name + suffixes[one]).filter((file) => names.has(file))
    for (const file of packed.length > 0 ? packed : [name])
      held.set(file, await readFile(path.join(folder, file)))
  }
  return (name, accepts) => {
    const type = types[path.extname(name)]
    if (type === undefined) return undefined
    const plain = held.get(name)
    if (plain) return { bytes: plain, type }
    const encoding = negotiate(
      accepts ?? '',
      encodings.filter((one) => held.has(name + suffixes[one])),
    )
    const bytes = encoding && held.get(name + suffixes[encoding])
    return bytes ? { bytes, type, encoding } : undefined
  }
}
