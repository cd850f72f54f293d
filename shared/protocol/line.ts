import * as v from 'valibot'

/** A one-line name typed by a person: control characters are refused, outer space is trimmed. The bound stands as `{n}` in its sentence. */
export const lineOf = (label: string, max: number) =>
  v.pipe(
    v.string(`${label} must be text.`),
    v.trim(),
    v.minLength(1, `${label} is missing.`),
    v.maxLength(max, `${label} is longer than {n} characters.`),
    v.regex(/^\P{Cc}*$/u, `${label} has characters that can’t be shown.`),
  )
