import type { Words } from '../t.ts'
import { common } from './common.ts'

/** Welsh. */
export const cy: Words = { locale: 'cy-GB', texts: { ...common } }
