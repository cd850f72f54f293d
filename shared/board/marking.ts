/** The markings that a board can carry; nothing above the last is ever offered or accepted. */
export const markingLevels = ['none', 'OFFICIAL', 'OFFICIAL-SENSITIVE'] as const
/** One of `markingLevels`; `none` is no marking. */
export type MarkingLevel = (typeof markingLevels)[number]

/** How the board's content is to be handled; `descriptor` only stands beside OFFICIAL-SENSITIVE. */
export interface Marking {
  level: MarkingLevel
  descriptor: string
}

const MAX_DESCRIPTOR = 60
const higher = /(^|[^\p{L}])SECRET($|[^\p{L}])/u

/** Whether a text names a marking above the highest that there is here. */
export const namesHigherMarking = (text: string): boolean =>
  higher.test(text.normalize('NFKC').toUpperCase())

function descriptorOf(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{Lu}\p{N} ,&'-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_DESCRIPTOR)
    .trim()
  return higher.test(plain) ? '' : plain
}

function levelOf(text: string): MarkingLevel {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s_-]+/g, '-')
  if (plain === 'OFFICIAL') return 'OFFICIAL'
  // Somebody who wrote a higher word wanted care: the most careful marking there is, and no more.
  if (plain === 'OFFICIAL-SENSITIVE' || higher.test(plain)) return 'OFFICIAL-SENSITIVE'
  return 'none'
}

/**
 * The `marking` of the `board` root: a level, “level: descriptor”, or `{level, descriptor}`. Whatever is stored, no
 * other level comes out: a higher one reads as OFFICIAL-SENSITIVE, nonsense as none.
 */
export function readMarking(value: unknown): Marking {
  let level: unknown = value
  let descriptor: unknown = ''
  if (typeof value === 'string') {
    const colon = value.indexOf(':')
    if (colon >= 0) [level, descriptor] = [value.slice(0, colon), value.slice(colon + 1)]
  } else if (typeof value === 'object' && value !== null) {
    const stored = value as { level?: unknown; descriptor?: unknown }
    level = stored.level
    descriptor = stored.descriptor
  }
  const read = typeof level === 'string' ? levelOf(level) : 'none'
  const sensitive = read === 'OFFICIAL-SENSITIVE' && typeof descriptor === 'string'
  return { level: read, descriptor: sensitive ? descriptorOf(descriptor as string) : '' }
}

/** The line that stands at the top and bottom of every page; empty for none. */
export function markingLine({ level, descriptor }: Marking): string {
  if (level === 'none') return ''
  return descriptor ? `${level}: ${descriptor}` : level
}
