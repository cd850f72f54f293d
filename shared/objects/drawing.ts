import { decodeStroke, strokePath } from '../draw/stroke.ts'
import type { DrawItem } from '../draw/items.ts'
import { turn } from './turn.ts'
import { defineObject } from './define.ts'

const colours = [
  { value: 'ink', label: 'Black' },
  { value: 'contact3', label: 'Blue' },
  { value: 'accent', label: 'Teal' },
  { value: 'attention', label: 'Amber' },
  { value: 'danger', label: 'Red' },
] as const

const widths = { thin: 3, medium: 6, thick: 12 } as const

/** How wide a stroke is in world units. */
export const inkWidth = (thickness: keyof typeof widths, marker: boolean): number =>
  widths[thickness] * (marker ? 3 : 1)

/** Where strokes are told from the space around them: how far (world units) beside one a press still counts. */
const NEAR = 4

/** A stroke of the pen. Its points are one plain value, `points`: see `encodeStroke`. */
export const drawing = defineObject({
  type: 'drawing',
  name: { one: 'Drawing', many: 'Drawings' },
  help: 'Draw with the mouse, a finger or a pen.',
  icon: 'pen-line',
  key: 'p',
  place: 'none',
  size: [120, 80],
  resize: 'both',
  passable: true,
  group: 'drawing',
  title: 'label',
  presets: ['colour', 'thickness', 'marker'],
  fields: {
    label: { kind: 'line', label: 'What it shows', help: 'For those who do not see it' },
    colour: { kind: 'choice', label: 'Colour', options: colours, default: 'ink' },
    thickness: {
      kind: 'choice',
      label: 'Thickness',
      options: [
        { value: 'thin', label: 'Thin' },
        { value: 'medium', label: 'Medium' },
        { value: 'thick', label: 'Thick' },
      ],
      default: 'thin',
    },
    marker: { kind: 'flag', label: 'Highlighter' },
    turn,
  },
  draw: ({ size, values, fields }): DrawItem[] => {
    const points = decodeStroke(fields['points'], size)
    const { marker } = values
    const width = inkWidth(values.thickness, marker)
    // A stroke without points would be lost on the map.
    const shown = points.length > 0 ? points : [[size[0] / 2, size[1] / 2, 0.5] as const]
    return [
      {
        kind: 'path',
        d: strokePath(shown, { width, marker }),
        fill: values.colour,
        ...(marker && { opacity: 0.35 }),
      },
    ]
  },
  touches: ({ at, size, values, fields }, _context, [x, y], tolerance) => {
    const reach = inkWidth(values.thickness, values.marker) / 2 + tolerance + NEAR
    const points = decodeStroke(fields['points'], size)
    if (points.length < 2) return true
    return points.some(([px, py], i) => {
      const [qx, qy] = points[i + 1] ?? [px, py]
      const [dx, dy] = [qx - px, qy - py]
      const square = dx * dx + dy * dy
      const along = square > 0 ? ((x - at[0] - px) * dx + (y - at[1] - py) * dy) / square : 0
      const t = Math.max(0, Math.min(1, along))
      return Math.hypot(x - at[0] - px - t * dx, y - at[1] - py - t * dy) <= reach
    })
  },
})
