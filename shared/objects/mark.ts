import type { BoardObject } from '../board/object.ts'
import { organisationTokens, type Token } from '../look/palette.ts'

/** How an organisation is told apart wherever it appears: always a colour and its initials, so that hue is never alone. */
export interface Mark {
  token: Token
  initials: string
}

function hash(id: string): number {
  let sum = 0
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0
  return sum
}

const colourOf = (object: BoardObject): Token =>
  organisationTokens.find((t) => t === object.fields['colour']) ??
  organisationTokens[hash(object.id) % organisationTokens.length] ??
  'organisation1'

const small = new Set([
  'a',
  'an',
  'and',
  'at',
  'for',
  'in',
  'of',
  'on',
  'the',
  'to',
  'y',
  'yr',
  'a’r',
  'o',
])

/** Up to three letters that stand for a name: “Kent County Council” → “KCC”, “Mind” → “Mi”, nothing → “?”. */
export function initialsOf(name: string): string {
  const all = name.split(/[\s\-–—/&,.()]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const telling = all.filter((word) => !small.has(word.toLowerCase()))
  const use = telling.length > 0 ? telling : all
  const first = use[0]
  if (first === undefined) return '?'
  const letters = (word: string): string[] => word.match(/[\p{L}\p{N}]/gu) ?? []
  if (use.length === 1) {
    const [a = '', b = '', c = ''] = letters(first)
    const isAcronym =
      first.length <= 4 && first === first.toUpperCase() && first !== first.toLowerCase()
    return isAcronym ? a + b + c : a.toUpperCase() + b.toLowerCase()
  }
  // A number counts whole: “Ward 12” is not “Ward 1”.
  return use
    .slice(0, 3)
    .map((word) => (/^\d+$/.test(word) ? word : (letters(word)[0] ?? '').toUpperCase()))
    .join('')
    .slice(0, 4)
}

/** The colour and initials of an organisation; any other object gets a colour of its id and initials of its title. */
export function markOf(object: BoardObject): Mark {
  const { name, title } = object.fields
  const text = typeof name === 'string' ? name : typeof title === 'string' ? title : ''
  return { token: colourOf(object), initials: initialsOf(text.slice(0, 200)) }
}

/** The `colour` for a new organisation: the first of the twelve that the fewest of `existing` have. */
export function defaultColour(existing: Iterable<BoardObject>): Token {
  const counts = new Map<Token, number>(organisationTokens.map((token) => [token, 0]))
  for (const object of existing) {
    if (object.type !== 'organisation') continue
    const token = colourOf(object)
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  const least = Math.min(...counts.values())
  return organisationTokens.find((token) => counts.get(token) === least) ?? 'organisation1'
}
