import { limits } from '../../shared/limits.ts'
import type { ColumnUse } from '../../shared/exchange/mapping.ts'
import type { Meaning } from '../../shared/exchange/meanings.ts'
import { numberIn, stepOn } from '../../shared/exchange/scale.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Told } from '../../shared/protocol/told.ts'
import { filled } from '../../shared/words/told.ts'
import { sectorOf } from './sector.ts'

const unknowns = new Set(['?', 'unknown', 'don’t know', "don't know", 'dont know'])

/** Whether a cell says *don't know*. */
export const saysUnknown = (cell: string): boolean => unknowns.has(cell.toLowerCase())

/** A cell as a step of `steps`: a number of the column's own scale mapped evenly, or the word of a step. */
export function stepIn(
  cell: string,
  scale: readonly [number, number],
  use: ColumnUse,
  words: readonly string[] = [],
): Result<number, Told> {
  const [least, most] = scale
  const word = words.findIndex((step) => step.toLowerCase() === cell.toLowerCase())
  if (word >= 0) return ok(least + word)
  // Registers write “Collaborating (4)”.
  const value = numberIn(cell) ?? numberIn(/\((\d)\)$/.exec(cell)?.[1] ?? '')
  const step = value === undefined ? undefined : stepOn(value, scale, use)
  if (step !== undefined) return ok(step)
  const { low = least, high = most } = use
  return fail(
    filled('“{text}” is not a number from {low} to {high}.', {
      text: cell.slice(0, 40),
      low,
      high,
    }),
  )
}

const isDay = (cell: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(`${cell}T00:00:00Z`))

/** That a cell says nothing that a column with this meaning can hold. */
export const unknownAs = (cell: string, { label }: Meaning): Told =>
  filled('“{text}” isn’t known as “{meaning}” and is left out.', {
    text: cell.slice(0, 40),
    meaning: { detail: label },
  })

const noDay = (cell: string): Told =>
  filled('“{text}” is not a day as 2026-03-04.', { text: cell.slice(0, 40) })

const shortened = (cell: string, most: number): Result<string, Told> =>
  cell.length <= most
    ? ok(cell)
    : fail(filled('The text is longer than {n} characters.', { n: most }))

const itemsOf = (cell: string): string[] =>
  cell
    .split(/[|\n]/)
    .map((item) => item.trim().slice(0, limits.line))
    .filter((item) => item !== '')

/** A cell as the value of a field; undefined when it says what the field can't take, which isn't worth refusing a file for. */
export function fieldValue(
  cell: string,
  { as, field, scale }: Meaning,
  use: ColumnUse,
): Result<unknown, Told> {
  switch (field?.kind) {
    case 'scale': {
      const step = stepIn(cell, scale ?? [1, 4], use, field.steps)
      return step.ok ? ok(Math.round(step.value)) : step
    }
    case 'choice': {
      const wanted = cell.toLowerCase()
      const found = field.options.find(
        ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
      )
      return ok(found?.value ?? (as === 'sector' ? sectorOf(cell) : undefined))
    }
    case 'list':
      return ok(itemsOf(cell))
    case 'flag':
      return ok(/^(yes|true|1)$/i.test(cell))
    case 'date':
      return isDay(cell) ? ok(cell) : fail(noDay(cell))
    case 'text':
      return shortened(cell, limits.text)
    default:
      return shortened(cell.replace(/\s+/g, ' '), limits.line)
  }
}

/** A cell as the moment of an answer: a day, or a day and time, none of them in the future. */
export function momentIn(cell: string, now: string): Result<string, Told> {
  const isMoment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(cell)
  const date = isMoment ? new Date(cell) : undefined
  if (!date || Number.isNaN(date.getTime())) {
    return fail(noDay(cell))
  }
  const moment = date.toISOString()
  return moment > now ? fail(filled('{day} is in the future.', { day: cell })) : ok(moment)
}
