import { limits } from '../../shared/limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Told } from '../../shared/protocol/told.ts'
import { cleanLine, isSeen } from '../../shared/text/line.ts'
import { filled } from '../../shared/words/told.ts'

/** A cell as an organisation’s name, or a sentence about why it can't be one. */
export function organisationName(cell: string): Result<string, Told> {
  const name = cleanLine(cell.normalize('NFC').replaceAll(/\s+/gu, ' '))
  if (name === '') return fail({ detail: 'The organisation’s name is missing.' })
  if (/[\p{Cc}\p{Cs}]/u.test(name) || !isSeen(name)) {
    return fail({ detail: 'The name has characters that can’t be shown.' })
  }
  if (name.length > limits.organisationName) {
    return fail(filled('The name is longer than {n} characters.', { n: limits.organisationName }))
  }
  return ok(name)
}

/** Whether a spreadsheet might take the text for a formula. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@]/.test(text)
