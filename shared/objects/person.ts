import { glyph } from '../draw/glyphs.ts'
import type { DrawItem } from '../draw/items.ts'
import { label, words } from '../draw/words.ts'
import { defineObject } from './define.ts'
import { markOf } from './mark.ts'

/** Somebody in an organisation, or a role that somebody has to fill. */
export const person = defineObject({
  type: 'person',
  name: { one: 'Person or role', many: 'People and roles' },
  help: 'Click where the person should stand, then type a name or a role.',
  icon: 'user-round',
  place: 'box',
  size: [208, 64],
  resize: 'both',
  group: 'partnership',
  title: 'name',
  fields: {
    name: { kind: 'line', label: 'Name or role' },
    role: { kind: 'line', label: 'What they do' },
    organisation: { kind: 'reference', label: 'Organisation', types: ['organisation'] },
    team: { kind: 'line', label: 'Team' },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  register: ['name', 'role', 'organisation', 'team'],
  sheet: ['detail'],
  draw: ({ size: [width, height], values }, context): DrawItem[] => {
    const home = values.organisation === undefined ? undefined : context.object(values.organisation)
    const mark = home && markOf(home)
    const disc = Math.min(height - 16, 44)
    const left = disc + 20
    const role = [values.role, values.team].filter(Boolean).join(' · ')
    const top = height / 2 - (role ? 20 : 10)
    return [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radius: Math.min(height / 2, 32),
        fill: 'raised',
        stroke: mark?.token ?? 'quiet',
        strokeWidth: 1.5,
        shadow: true,
      },
      {
        kind: 'ellipse',
        x: 8,
        y: (height - disc) / 2,
        width: Math.max(disc, 1),
        height: Math.max(disc, 1),
        fill: mark?.token ?? 'line',
      },
      mark
        ? label(mark.initials, 8 + disc / 2, height / 2, disc * 0.34, 'onOrganisation')
        : glyph('person', 8 + disc * 0.25, height / 2 - disc * 0.25, disc * 0.5, 'ink'),
      ...words({
        text: values.name || context.say('New person'),
        x: left,
        y: top,
        width: Math.max(width - left - 16, 8),
        size: 15,
        lineHeight: 20,
        weight: 600,
        fill: values.name ? 'ink' : 'quiet',
        maxLines: 1,
      }),
      ...words({
        text: role,
        x: left,
        y: top + 20,
        width: Math.max(width - left - 16, 8),
        size: 13,
        lineHeight: 18,
        fill: 'quiet',
        maxLines: 1,
        fine: true,
      }),
    ]
  },
})
