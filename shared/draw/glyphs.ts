import type { Token } from '../look/palette.ts'
import type { PathItem } from './items.ts'
import { placedPath } from './paths.ts'

// On a grid of 16, for strokes of 1.5 with round ends.
const glyphs = {
  public:
    'M 2 6 L 8 2.5 L 14 6 Z M 2.5 13.5 L 13.5 13.5 M 4 6.5 L 4 11 M 8 6.5 L 8 11 M 12 6.5 L 12 11',
  private:
    'M 2.5 5.5 L 13.5 5.5 L 13.5 13 L 2.5 13 Z M 6 5.5 L 6 3 L 10 3 L 10 5.5 M 2.5 9 L 13.5 9',
  voluntary:
    'M 8 13.5 C 3 10 2 7.6 2 5.8 C 2 4 3.3 2.8 5 2.8 C 6.4 2.8 7.5 3.7 8 4.8 C 8.5 3.7 9.6 2.8 11 2.8 C 12.7 2.8 14 4 14 5.8 C 14 7.6 13 10 8 13.5 Z',
  community:
    'M 8 8.2 C 6.6 8.2 5.5 7 5.5 5.6 C 5.5 4.2 6.6 3 8 3 C 9.4 3 10.5 4.2 10.5 5.6 C 10.5 7 9.4 8.2 8 8.2 Z M 2.5 13.5 C 2.5 11.3 4.8 10.3 8 10.3 C 11.2 10.3 13.5 11.3 13.5 13.5',
  other: 'M 8 2.5 L 13.5 8 L 8 13.5 L 2.5 8 Z',
  objective:
    'M 14 8 C 14 11.3 11.3 14 8 14 C 4.7 14 2 11.3 2 8 C 2 4.7 4.7 2 8 2 C 11.3 2 14 4.7 14 8 Z M 10.5 8 C 10.5 9.4 9.4 10.5 8 10.5 C 6.6 10.5 5.5 9.4 5.5 8 C 5.5 6.6 6.6 5.5 8 5.5 C 9.4 5.5 10.5 6.6 10.5 8 Z',
  people:
    'M 6 7.5 C 4.9 7.5 4 6.6 4 5.4 C 4 4.2 4.9 3.3 6 3.3 C 7.1 3.3 8 4.2 8 5.4 C 8 6.6 7.1 7.5 6 7.5 Z M 1.8 13 C 1.8 10.8 3.5 9.8 6 9.8 C 8.5 9.8 10.2 10.8 10.2 13 M 10.3 3.5 C 11.3 3.7 12 4.5 12 5.4 C 12 6.3 11.3 7.1 10.3 7.3 M 12 10 C 13.5 10.4 14.2 11.5 14.2 13',
  money:
    'M 11.5 5 C 11.2 3.6 10.2 2.8 8.8 2.8 C 7 2.8 6 4 6 5.8 C 6 8 7 9 7 10.8 C 7 12 6.3 12.8 5 13.2 L 12 13.2 M 4.8 8.6 L 10 8.6',
  data: 'M 2.5 13.5 L 13.5 13.5 M 4.5 13.5 L 4.5 9 M 8 13.5 L 8 3 M 11.5 13.5 L 11.5 6.5',
  estate: 'M 2.5 7.5 L 8 2.8 L 13.5 7.5 M 4 6.5 L 4 13.2 L 12 13.2 L 12 6.5 M 8 13.2 L 8 9.5',
  authority:
    'M 8 2.2 L 13 4 L 13 8 C 13 11 10.8 13 8 14 C 5.2 13 3 11 3 8 L 3 4 Z M 5.8 7.8 L 7.4 9.4 L 10.4 6.2',
  behaviour:
    'M 2.5 3 L 13.5 3 L 13.5 10.5 L 8 10.5 L 5 13.5 L 5 10.5 L 2.5 10.5 Z M 5.5 6 L 10.5 6 M 5.5 8 L 9 8',
  tick: 'M 3 8.5 L 6.5 12 L 13 4.5',
  place:
    'M 8 14 C 5 10.8 3.6 8.6 3.6 6.5 C 3.6 4 5.5 2.2 8 2.2 C 10.5 2.2 12.4 4 12.4 6.5 C 12.4 8.6 11 10.8 8 14 Z M 9.6 6.5 C 9.6 7.4 8.9 8.1 8 8.1 C 7.1 8.1 6.4 7.4 6.4 6.5 C 6.4 5.6 7.1 4.9 8 4.9 C 8.9 4.9 9.6 5.6 9.6 6.5 Z',
  competing: 'M 2 8 L 7 8 M 4.8 5.6 L 7.2 8 L 4.8 10.4 M 14 8 L 9 8 M 11.2 5.6 L 8.8 8 L 11.2 10.4',
  review:
    'M 2.5 4 L 13.5 4 L 13.5 13.5 L 2.5 13.5 Z M 2.5 7 L 13.5 7 M 5.5 2.3 L 5.5 5 M 10.5 2.3 L 10.5 5',
} as const

/** The small line drawings of sectors, kinds and marks. */
export type Glyph = keyof typeof glyphs

/** A glyph in a square of `size` world units with its top left at `x`, `y`. */
export const glyph = (
  name: Glyph,
  x: number,
  y: number,
  size: number,
  stroke: Token,
): PathItem => ({
  kind: 'path',
  d: placedPath(glyphs[name], x, y, size / 16),
  stroke,
  strokeWidth: (1.5 * size) / 16,
  cap: 'round',
  detail: 'fine',
})
