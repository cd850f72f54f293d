import { bandPath } from '../draw/paths.ts'
import { glyph } from '../draw/glyphs.ts'
import type { DrawItem } from '../draw/items.ts'
import { heightOf, label, words } from '../draw/words.ts'
import { organisationTokens } from '../look/palette.ts'
import { textWidth } from '../text/measure.ts'
import { defineObject } from './define.ts'
import { markOf } from './mark.ts'

/** The sectors of organisations with their words on screen, in the order in which they are offered. */
export const sectorOptions = [
  { value: 'public', label: 'Public', help: 'Councils, NHS bodies, police, fire, schools' },
  { value: 'private', label: 'Private', help: 'Firms and other businesses' },
  { value: 'voluntary', label: 'Voluntary', help: 'Charities and social enterprises' },
  { value: 'community', label: 'Community', help: 'Residents’ groups and networks' },
  { value: 'other', label: 'Other' },
] as const

const BAND = 56
const RADIUS = 14

/** A body at the table, with its sector, its colour and initials, and what it brings and wants. */
export const organisation = defineObject({
  type: 'organisation',
  name: { one: 'Organisation', many: 'Organisations' },
  help: 'Click where the organisation should stand, then type its name.',
  icon: 'building-2',
  key: 'o',
  place: 'box',
  size: [224, 88],
  resize: 'both',
  title: 'name',
  fields: {
    name: { kind: 'line', label: 'Name' },
    sector: { kind: 'choice', label: 'Sector', options: sectorOptions, default: 'other' },
    brings: { kind: 'list', label: 'Brings', help: 'What it puts on the table: one thing a line' },
    wants: { kind: 'list', label: 'Wants', help: 'What it hopes to get out: one thing a line' },
    detail: { kind: 'text', label: 'Notes', multiline: true },
    colour: {
      kind: 'choice',
      label: 'Colour',
      options: [
        { value: 'auto', label: 'Any' },
        ...organisationTokens.map((value, i) => ({ value, label: `Colour ${i + 1}` })),
      ],
      default: 'auto',
    },
  },
  register: ['name', 'sector', 'brings', 'wants'],
  draw: (object): DrawItem[] => {
    const { size, values } = object
    const [width, height] = size
    const { token, initials } = markOf(object)
    const band = Math.min(BAND, width / 3)
    const left = band + 14
    const room = Math.max(width - left - 12, 8)
    const nameSize = 16
    const lineHeight = 20
    const sectorHeight = height >= 56 ? 20 : 0
    const title = words({
      text: values.name || 'New organisation',
      x: left,
      y: 0,
      width: room,
      size: nameSize,
      lineHeight,
      weight: 600,
      fill: values.name ? 'ink' : 'quiet',
      maxLines: Math.max(1, Math.floor((height - 12 - sectorHeight) / lineHeight)),
    })
    const top = (height - heightOf(title) - sectorHeight) / 2
    const sector = sectorOptions.find((o) => o.value === values.sector)?.label ?? ''
    const sectorY = top + heightOf(title) + 2
    return [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radius: RADIUS,
        fill: 'raised',
        shadow: true,
      },
      { kind: 'path', d: bandPath(band, height, RADIUS), fill: token },
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radius: RADIUS,
        stroke: token,
        strokeWidth: 1.5,
      },
      label(initials, band / 2, height / 2, initials.length > 2 ? 17 : 20, 'onOrganisation'),
      ...title.map((item) => ({ ...item, y: top })),
      ...(sectorHeight > 0 && room > textWidth(sector, 13, 400) + 20
        ? [
            glyph(values.sector, left, sectorY + 1, 14, 'quiet'),
            ...words({
              text: sector,
              x: left + 19,
              y: sectorY,
              size: 13,
              lineHeight: 16,
              ...{
                fill: 'quiet',
                fine: true,
              },
            }),
          ]
        : []),
    ]
  },
})
