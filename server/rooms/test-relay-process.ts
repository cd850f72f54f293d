import { existsSync, readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { createFolder } from './folder.ts'
import type { OwnEdit } from './test-relay-child.ts'
import { startRelay } from './test-relay.ts'

// A relay in a process of its own over the folder given, which tells its port, and its figures when asked.
const [, , dir = '', warm] = process.argv
const folder = createFolder()
// The thread that folds starts with its first call, and takes tens of MB: who measures growth wants it to be there already.
if (warm !== undefined) await folder.compact([Y.encodeStateAsUpdate(new Y.Doc())])
const relay = await startRelay({ dir, folder })

/** ms between two beats, by which it is seen how long the event loop didn't turn */
const BEAT = 5
const SCHEDULE = `/proc/self/task/${process.pid}/schedstat`
const isTold = existsSync(SCHEDULE)

/** How long this thread could have run and waited for a core so far, ms; 0 where the system doesn't tell. */
const waited = (): number =>
  isTold ? Number(readFileSync(SCHEDULE, 'latin1').split(' ')[1]) / 1e6 : 0

let last = { at: performance.now(), waited: waited() }
let heldFor = 0
let lateBy = 0
setInterval(() => {
  const now = { at: performance.now(), waited: waited() }
  const late = now.at - last.at - BEAT
  lateBy = Math.max(lateBy, late)
  // On a busy machine other processes hold the loop up for far longer than the relay does.
  heldFor = Math.max(heldFor, late - (now.waited - last.waited))
  last = now
}, BEAT)

const tellFigures = (): void => {
  const { user, system } = process.cpuUsage()
  process.send?.({ rss: process.memoryUsage.rss(), heldFor, lateBy, cpu: (user + system) / 1e3 })
  heldFor = 0
  lateBy = 0
}

process.on('message', (message: 'figures' | OwnEdit) => {
  if (message === 'figures') {
    tellFigures()
    return
  }
  const { board, key, objects } = message
  // Whoever asks for it may end this process at any moment.
  void relay.rooms.edit(board, (doc) => {
    for (let i = 0; i < objects; i += 1) doc.getMap('objects').set(`${key}-${i}`, 'x'.repeat(100))
  })
})
process.send?.({ port: relay.port })
