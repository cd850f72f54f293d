import type { Tool } from './tool.ts'

/** Every tool, in the order of the rail. */
export const tools: readonly Tool[] = []
