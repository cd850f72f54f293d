import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether any file of the data folder holds the text, while a server may have them open. */
export async function isOnDisk(dir: string, text: string): Promise<boolean> {
  for (const name of await readdir(dir)) {
    // A file of SQLite's can go while the folder is read.
    const bytes = await readFile(join(dir, name)).catch(() => Buffer.alloc(0))
    if (bytes.includes(text)) return true
  }
  return false
}

/** Resolves once no file of the data folder holds the text. */
export async function untilGone(dir: string, text: string): Promise<void> {
  while (await isOnDisk(dir, text));
}
