/** What a short code is made of: nothing that is easily taken for something else of it, and no vowels that make words. */
export const CODE_ALPHABET = '23456789CDFGHJKMNPQRTVWXY'
/** Characters of a code: about 37 bits, enough for a knock at the door and no more. */
export const CODE_LENGTH = 8

/** A code in two halves, as people read it out: “BQ7F–2KXM” with a hyphen. */
export const showCode = (text: string): string => `${text.slice(0, 4)}-${text.slice(4)}`

/** What somebody typed as a code, whatever its case, spaces and hyphens; undefined when it can't be one. */
export function readCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/gu, '')
  const isCode = text.length === CODE_LENGTH && [...text].every((c) => CODE_ALPHABET.includes(c))
  return isCode ? text : undefined
}
