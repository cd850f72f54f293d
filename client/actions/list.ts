import type { Action } from './action.ts'

/** Everything that a person can do on the canvas. */
export const actions: readonly Action[] = []
