import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Server } from '@hocuspocus/server'

const { PORT, DATA_DIR } = process.env
mkdirSync(DATA_DIR, { recursive: true })

/** Its SQLite extension compiles or downloads a binary when it is installed; without one it is measured without a disk. */
async function sqlite() {
  try {
    const { SQLite } = await import('@hocuspocus/extension-sqlite')
    return [new SQLite({ database: path.join(DATA_DIR, 'hocuspocus.sqlite') })]
  } catch (error) {
    console.error(`hocuspocus runs without a store: ${error.message}`)
    return []
  }
}

const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: await sqlite(),
})
await server.listen()
console.log('listening')
