/** What a node does with what it hears on one board's channel. None of these may throw. */
export interface BusListener {
  /** another node's frame; it may come twice, and others may be missing before it */
  frame(frame: Uint8Array): void
  /** from now on frames are heard and carried, and any before may have been lost: at the start, and after each `lost` */
  gap(): void
  /** contact with the other nodes is gone until the next `gap` */
  lost(): void
}

/**
 * Carries frames between the nodes that have a board open. It is quick and forgetful: it may drop frames or repeat them, and
 * keeps none. One contract suite runs against every engine.
 */
export interface ClusterBus {
  /** this node's name among those on the bus */
  readonly node: string
  /** Sends to the other nodes that hear the board, in order. Never throws; without contact the frame is dropped. */
  publish(board: string, frame: Uint8Array): void
  /** Starts hearing what other nodes publish; the returned function ends it, and nothing is called after that. */
  subscribe(board: string, listener: BusListener): () => void
  /** Resolves when there is contact; for readiness. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Where a bus reports that contact was lost or came back; pino's logger fits. */
export interface BusLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}
