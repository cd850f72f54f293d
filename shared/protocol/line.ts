import * as v from 'valibot'
import { cleanLine, isSeen } from '../text/line.ts'

/**
 * A one-line name typed by a person, as `cleanLine` keeps it: control characters are refused, and so is a name of which nothing shows. The bound
 * stands as `{n}` in its sentence.
 */
export const lineOf = (label: string, max: number) =>
  v.pipe(
    v.string(`${label} must be text.`),
    v.transform(cleanLine),
    v.minLength(1, `${label} is missing.`),
    v.maxLength(max, `${label} is longer than {n} characters.`),
    v.regex(/^\P{Cc}*$/u, `${label} has characters that can’t be shown.`),
    v.check(isSeen, `${label} is missing.`),
  )
