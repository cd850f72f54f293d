import { colour, tokens, type Theme } from '../../shared/look/palette.ts'
import type { Colours } from './painter.ts'

const made = new Map<Theme, Colours>()

/** Every token's colour in `theme`. */
export function coloursOf(theme: Theme): Colours {
  let colours = made.get(theme)
  if (!colours) {
    colours = Object.fromEntries(tokens.map((token) => [token, colour(token, theme)])) as Colours
    made.set(theme, colours)
  }
  return colours
}
