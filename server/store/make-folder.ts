import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

const isFolder = (dir: string): Promise<boolean> =>
  stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  )

/**
 * Makes the folder `dir` and those above it, as far as they are missing; rejects with the system's error where one can't be
 * made. Node's own `recursive` never ends in a file system that makes no folders, such as /proc.
 */
export async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await isFolder(dir))) return
    const above = path.dirname(path.resolve(dir))
    if (codeOf(error) !== 'ENOENT' || (await isFolder(above))) throw error
    await makeFolder(above)
    await makeFolder(dir)
  }
}
