import type { Size } from '../geometry.ts'
import type { NewOrganisation } from '../protocol/http.ts'
import type { Station } from './station.ts'

/** The steps of a workshop in their order; `needs` is the least size of a step's room where it depends on who comes. */
export type Template = (
  organisations: readonly NewOrganisation[],
) => readonly (Station & { needs?: Size })[]
