import { keepOrder } from '../../shared/board/keep-order.ts'
import { renderExport } from './render.ts'

keepOrder()

/** The worker's task: see `renderExport`. */
export const render = renderExport
