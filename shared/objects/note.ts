import { defineObject } from './define.ts'

/** A sticky note: one thought in a few words. */
export const note = defineObject({
  type: 'note',
  name: { one: 'Note', many: 'Notes' },
  help: 'Click where the note should go, then type.',
  icon: 'sticky-note',
  key: 'n',
  place: 'box',
  size: [176, 176],
  resize: 'both',
  title: 'text',
  fields: {
    text: { kind: 'text', label: 'Text', multiline: true },
    colour: {
      kind: 'choice',
      label: 'Colour',
      options: [
        { value: 'noteYellow', label: 'Yellow' },
        { value: 'noteCoral', label: 'Coral' },
        { value: 'notePink', label: 'Pink' },
        { value: 'noteBlue', label: 'Blue' },
        { value: 'noteGreen', label: 'Green' },
        { value: 'noteGrey', label: 'Grey' },
      ],
      default: 'noteYellow',
    },
  },
  draw: ({ size: [width, height], values }) => [
    { kind: 'rect', x: 0, y: 0, width, height, radius: 4, fill: values.colour, shadow: true },
  ],
})
