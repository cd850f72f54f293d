import type { Words } from '../words.ts'
import { drafts } from './drafts.ts'
import { drawn } from './drawn.ts'
import { measures } from './measures.ts'
import { objects1 } from './objects-1.ts'
import { objects2 } from './objects-2.ts'
import { objects3 } from './objects-3.ts'
import { paper } from './paper.ts'
import { profiles } from './profiles.ts'
import { rounds } from './rounds.ts'

// Before a vowel “a” is “ac”; at the beginning of a name w is none, nor is a y before another. Quotation marks aren't heard.
const beginsWithVowel = /^[^\p{L}\p{N}]*(?:[aeiou]|y(?![aeiou]))/u

// Read letter by letter, as NHS is, these begin with the vowel of a letter’s name.
const isSpelt = /^[^\p{L}\p{N}]*[FHLMNRSX][BCDFGHJKLMNPQRSTVWXZ]+\b/u

const plainly = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The Welsh of what stands on the map and in papers. */
export const cy: Words = {
  locale: 'cy-GB',
  // Other numbers have genders and change what follows them, so that they stay figures.
  small: ['dim'],
  and: (last) => (isSpelt.test(last) || beginsWithVowel.test(plainly(last)) ? 'ac' : 'a'),
  texts: {
    ...measures,
    ...objects1,
    ...objects2,
    ...objects3,
    ...drafts,
    ...drawn,
    ...paper,
    ...profiles,
    ...rounds,
  },
}
