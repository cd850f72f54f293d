import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startRelay } from './test-relay.ts'

// A relay in a process of its own over the folder given, which tells its port, and its figures when asked.
const relay = await startRelay({ dir: process.argv[2] ?? '' })
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('message', () => {
  process.send?.({
    rss: process.memoryUsage.rss(),
    heldFor: delay.max / 1e6,
    cpu: process.cpuUsage().user / 1e3,
  })
  delay.reset()
})
process.send?.({ port: relay.port })
