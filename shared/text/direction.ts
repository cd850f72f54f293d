const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const BEGINS_RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Whether any letter of a text runs from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** Whether a paragraph is written from right to left: its first letter says so, as in every browser’s `dir="auto"`. */
export const isRightToLeft = (paragraph: string): boolean =>
  RIGHT_TO_LEFT.test(paragraph) && BEGINS_RIGHT_TO_LEFT.test(paragraph)
