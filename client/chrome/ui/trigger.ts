import type { ReactElement } from 'react'

/** The button of a menu or popover; it must pass on what it is given to a real button. */
export type Trigger = ReactElement<Record<string, unknown>>
