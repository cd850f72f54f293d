import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** The relay's own figures, for `GET /metrics`. */
export interface RelayMetrics {
  boards: Gauge
  sockets: Gauge
  updates: Counter
  refused: Counter
  commits: Histogram
  storageFailing: Gauge
}

/** Registers the relay's figures; once per registry. */
export function relayMetrics(registry: Registry): RelayMetrics {
  const registers = [registry]
  return {
    boards: new Gauge({ name: 'rapport_boards', help: 'Boards in memory', registers }),
    sockets: new Gauge({ name: 'rapport_sockets', help: 'Open WebSockets', registers }),
    updates: new Counter({ name: 'rapport_updates_total', help: 'Updates accepted', registers }),
    refused: new Counter({ name: 'rapport_refused_total', help: 'Updates refused', registers }),
    commits: new Histogram({
      name: 'rapport_commit_seconds',
      help: 'Time from handing updates to the store until they are durable',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
      registers,
    }),
    storageFailing: new Gauge({
      name: 'rapport_storage_failing',
      help: 'Boards whose edits can’t be put on disk at the moment',
      registers,
    }),
  }
}
