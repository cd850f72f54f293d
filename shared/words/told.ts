import type { Told, ToldPart } from '../protocol/told.ts'
import { inEnglish, type Say } from './words.ts'

/** A sentence in a reader's language: `say` has the words, `locale` (BCP 47) writes the numbers. */
export const sayTold = (say: Say, locale: string, { detail, key = detail, values }: Told): string =>
  say(
    key,
    Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [
        name,
        typeof value === 'object'
          ? sayTold(say, locale, value)
          : typeof value === 'number'
            ? value.toLocaleString(locale)
            : value,
      ]),
    ),
  )

/** The sentence of a schema that was not met, its bound put in for `{n}`. */
export const toldBy = ({
  message,
  requirement,
}: {
  message: string
  requirement?: unknown
}): ToldPart =>
  typeof requirement === 'number' && message.includes('{n}')
    ? filled(message, { n: requirement })
    : { detail: message }

/** A sentence made of an English template and the values of its `{name}` places; a value that is a sentence or a word of Rapport's own is told itself. */
export function filled(key: string, values: NonNullable<ToldPart['values']>): ToldPart
export function filled(key: string, values: NonNullable<Told['values']>): Told
export function filled(key: string, values: NonNullable<Told['values']>): Told {
  const made = { detail: key, key, values }
  return { ...made, detail: sayTold(inEnglish, 'en-GB', made) }
}
