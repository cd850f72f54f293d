import { renderExport } from './render.ts'

/** The worker's task: see `renderExport`. */
export const render = renderExport
