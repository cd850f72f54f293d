import { startRelay } from './test-relay.ts'

// Run by the crash test: a relay in a process of its own over the folder given, which tells its port.
const relay = await startRelay({ dir: process.argv[2] ?? '' })
process.send?.({ port: relay.port })
