import { bandPath } from '../draw/paths.ts'
import { drawPlate } from '../draw/plate.ts'
import { glyph } from '../draw/glyphs.ts'
import type { DrawItem } from '../draw/items.ts'
import { label, words } from '../draw/words.ts'
import { organisationTokens } from '../look/palette.ts'
import { turning } from '../draw/line-place.ts'
import { fitText } from '../text/fit.ts'
import { defineObject } from './define.ts'
import { defaultColour, markOf } from './mark.ts'
import { cultureFields, gaugeFields, readinessFields } from './organisation-profile.ts'

/** The sectors of organisations with their words on screen, in the order in which they are offered. */
const sectorOptions = [
  { value: 'public', label: 'Public', help: 'Councils, NHS bodies, police, fire, schools' },
  { value: 'private', label: 'Private', help: 'Firms and other businesses' },
  { value: 'voluntary', label: 'Voluntary', help: 'Charities and social enterprises' },
  { value: 'community', label: 'Community', help: 'Residents’ groups and networks' },
  { value: 'other', label: 'Other' },
] as const

const BAND = 56
const RADIUS = 14

// A card that is drawn larger has larger letters, for the big screen.
const nameMax = (height: number): number => Math.min(64, Math.max(14, Math.round(height * 0.19)))

const colourNames = [
  'Blue',
  'Orange',
  'Petrol',
  'Violet',
  'Ochre',
  'Magenta',
  'Pine',
  'Lilac',
  'Slate',
  'Brown',
  'Green',
  'Rose',
]

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
    teams: { kind: 'list', label: 'Teams', help: 'Those that work with the others: one a line' },
    ...cultureFields,
    ...readinessFields,
    ...gaugeFields,
    was: { kind: 'references', label: 'Was also', types: ['organisation'], hidden: true },
    detail: { kind: 'text', label: 'Notes', multiline: true },
    colour: {
      kind: 'choice',
      label: 'Colour',
      options: [
        { value: 'auto', label: 'Any' },
        ...organisationTokens.map((value, i) => ({ value, label: colourNames[i] ?? value })),
      ],
      default: 'auto',
    },
  },
  register: ['name', 'sector', 'brings', 'wants', 'teams'],
  sheet: [
    'pace',
    'risk',
    'decides',
    'language',
    'accountability',
    'caseFor',
    'needToChange',
    'momentum',
    'strain',
    'detail',
  ],
  fresh: (others) => ({ colour: defaultColour(others) }),
  draw: (object, { say }): DrawItem[] => {
    const { size, values } = object
    const [width, height] = size
    const { token, initials } = markOf(object)
    const band = Math.min(Math.max(BAND, height * 0.64), width * 0.28)
    const left = band + 14
    const room = Math.max(width - left - 12, 8)
    const known = sectorOptions.find((o) => o.value === values.sector)
    const wanted =
      known === undefined || known.value === 'other' || height < 56 ? '' : say(known.label)
    const small = Math.max(13, nameMax(height) * 0.8)
    const sectorRow = small * 1.3 + 2
    const fit = (taken: number) =>
      fitText({
        text: values.name || say('New organisation'),
        width: room,
        height: height - 14 - taken,
        weight: 600,
        max: nameMax(height),
        min: 13,
      })
    const beside = fit(wanted === '' ? 0 : sectorRow)
    // A name that does not fit has the sector's row too.
    const sector = beside.cut ? '' : wanted
    const fitted = beside.cut ? fit(0) : beside
    const sectorHeight = sector === '' ? 0 : sectorRow
    const nameHeight = fitted.lines.length * fitted.lineHeight
    const top = (height - nameHeight - sectorHeight) / 2
    const sectorY = top + nameHeight + 2
    return [
      ...drawPlate([width, height], RADIUS, { stroke: token, strokeWidth: 1.5 }, [
        { kind: 'path', d: bandPath(band, height, RADIUS), fill: token },
      ]),
      label(
        initials,
        band / 2,
        height / 2,
        band * (initials.length > 2 ? 0.3 : 0.36),
        'onOrganisation',
      ),
      {
        kind: 'text',
        x: left,
        y: top,
        lines: fitted.lines,
        size: fitted.size,
        lineHeight: fitted.lineHeight,
        weight: 600,
        fill: values.name ? 'ink' : 'quiet',
        align: 'left',
        ...turning(fitted, room),
      },
      ...(sector === ''
        ? []
        : [
            glyph(values.sector, left, sectorY + small * 0.1, small * 1.1, 'quiet'),
            ...words({
              text: sector,
              x: left + small * 1.5,
              y: sectorY,
              width: room - small * 1.5,
              size: small,
              lineHeight: small * 1.3,
              fill: 'quiet',
              maxLines: 1,
              fine: true,
            }),
          ]),
    ]
  },
})
