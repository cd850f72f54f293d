import type { Size } from '../geometry.ts'
import type { Token } from '../look/palette.ts'
import { glyph, type Glyph } from './glyphs.ts'
import type { DrawItem } from './items.ts'
import { breakText } from '../text/break.ts'
import { words } from './words.ts'

/** A card with a small heading, a title and a line at its foot. */
export interface Card {
  size: Size
  glyph: Glyph
  /** the small heading beside the glyph */
  heading: string
  title: string
  /** stands where there is no title yet */
  empty: string
  /** edge, glyph and heading; default quiet */
  tone?: Token
  fill?: Token
  /** drawn with a dashed edge: not settled, or not said aloud */
  dashed?: boolean
  heavy?: boolean
  radius?: number
  foot?: string
  footTone?: Token
  /** world units at the bottom, above the foot, that the title keeps clear of; default 0 */
  keep?: number
}

/** Space between a card's edge and its words. */
export const CARD_PADDING = 16

const FOOT = 26
const HEAD = 36
const LINE = 20
const GAP = 8
const TITLE = { size: 16, weight: 600 } as const

const roomIn = (width: number): number => Math.max(width - 2 * CARD_PADDING, 8)

/** How tall a card with a foot must be for all of its title to show. */
export const cardHeightFor = (title: string, width: number): number =>
  HEAD + LINE * breakText({ text: title, width: roomIn(width), ...TITLE }).lines.length + GAP + FOOT

/** The draw list of a card. */
export function drawCard(card: Card): DrawItem[] {
  const [width, height] = card.size
  const { tone = 'quiet', foot = '', keep = 0, radius = 12 } = card
  const room = roomIn(width)
  const box = { kind: 'rect', x: 0, y: 0, width, height, radius } as const
  const lines = Math.floor((height - HEAD - keep - (foot ? FOOT : 8)) / LINE)
  return [
    { ...box, fill: card.fill ?? 'raised', shadow: true },
    {
      ...box,
      stroke: tone,
      strokeWidth: card.heavy ? 2.5 : 1.5,
      ...(card.dashed && { dash: [6, 5] }),
    },
    glyph(card.glyph, CARD_PADDING, 12, 16, tone),
    ...words({
      text: card.heading,
      x: CARD_PADDING + 23,
      y: 11,
      width: room - 23,
      size: 13,
      lineHeight: 18,
      weight: 600,
      fill: tone,
      maxLines: 1,
      fine: true,
    }),
    ...words({
      text: card.title || card.empty,
      x: CARD_PADDING,
      y: HEAD,
      width: room,
      ...TITLE,
      lineHeight: LINE,
      fill: card.title ? 'ink' : 'quiet',
      maxLines: Math.max(1, lines),
    }),
    ...words({
      text: foot,
      x: CARD_PADDING,
      y: height - FOOT,
      width: room,
      size: 13,
      lineHeight: 18,
      fill: card.footTone ?? 'quiet',
      maxLines: 1,
      fine: true,
    }),
  ]
}
