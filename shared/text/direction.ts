const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const BEGINS_RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Whether any letter of a text runs from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

// A name that is set apart says nothing of the sentence around it.
const apart = /[\u2066-\u2068][^\u2069]*\u2069?/g

/** Whether a paragraph is written from right to left: its first letter says so, as in every browser’s `dir="auto"`. */
export function isRightToLeft(paragraph: string): boolean {
  if (!RIGHT_TO_LEFT.test(paragraph)) return false
  const around = paragraph.replace(apart, '')
  return BEGINS_RIGHT_TO_LEFT.test(/\p{L}/u.test(around) ? around : paragraph)
}

/** A name set apart where it has letters from right to left, so that the sentence around it keeps its order. */
export const setApart = (name: string): string =>
  RIGHT_TO_LEFT.test(name) ? `${isRightToLeft(name) ? '\u2067' : '\u2066'}${name}\u2069` : name
