// What shows nothing and turns letters round or parts them: soft hyphens, spaces without width, what sets the direction of a passage.
// Joiners, direction marks and tags stay: Persian, Indic scripts, right-to-left names and flags are written with them.
const UNSEEN = /[\u00ad\u180e\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]/gu

// Letters and a symbol that are blank by design: the fillers of Hangul, and braille without dots.
const SEEN = /(?![\u115f\u1160\u2800\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u

/** A line as it is kept: without characters that nobody sees, its spaces single and none around it. Breaks within it stay. */
export const cleanLine = (text: string): string =>
  text
    .replaceAll(UNSEEN, '')
    .replaceAll(/\p{Z}+/gu, ' ')
    .trim()

/** Whether anything of the text shows. */
export const isSeen = (text: string): boolean => SEEN.test(text)

/** The key under which names count as the same: case, spacing, Unicode forms and what nobody sees make no difference. */
export const nameKey = (name: string): string =>
  cleanLine(name.normalize('NFKC').replaceAll(/\s+/gu, ' ')).toLowerCase()
