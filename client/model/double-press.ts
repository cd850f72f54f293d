/** How soon after a press another one makes it a double press, ms. */
export const DOUBLE_MS = 400

/** How near to a press another one makes it a double press, CSS px; what goes farther is a drag. */
export const DOUBLE_PX = 8
