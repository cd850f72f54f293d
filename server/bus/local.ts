import { newId } from '../../shared/ids.ts'
import type { ClusterBus } from './bus.ts'
import { Listeners } from './listeners.ts'

/** A bus between the nodes of one process; what is published is heard a moment later. */
export function createLocalHub(): { connect(): ClusterBus } {
  const nodes = new Map<string, Listeners>()

  return {
    connect() {
      const node = newId()
      const listeners = new Listeners()
      nodes.set(node, listeners)
      return {
        node,
        publish(board, frame) {
          if (!nodes.has(node)) return
          const sent = frame.slice()
          queueMicrotask(() => {
            for (const [name, others] of nodes) if (name !== node) others.frame(board, sent)
          })
        },
        subscribe(board, listener) {
          listeners.add(board, listener)
          queueMicrotask(() => listeners.welcome(board, listener))
          return () => void listeners.remove(board, listener)
        },
        ping: async () => undefined,
        async close() {
          nodes.delete(node)
          listeners.clear()
        },
      }
    },
  }
}
