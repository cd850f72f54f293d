/** The colour themes; every theme gives every token a value. */
export const themes = ['light', 'dark', 'contrast'] as const
/** One of `themes`. */
export type Theme = (typeof themes)[number]

// One row a token, one column a theme: light, dark, high contrast.
const table = {
  // ground
  paper: ['#faf7f2', '#1b1d1f', '#ffffff'],
  grid: ['#d9d3c8', '#36393c', '#8a8a8a'],
  surface: ['#fffdfa', '#25282b', '#ffffff'],
  raised: ['#ffffff', '#2d3134', '#ffffff'],
  line: ['#ddd6ca', '#41464a', '#000000'],
  // text
  ink: ['#1d1f21', '#f3f1ec', '#000000'],
  quiet: ['#5b5f63', '#b5b8ba', '#000000'],
  onAccent: ['#ffffff', '#06231f', '#ffffff'],
  // meaning
  accent: ['#0f5c57', '#6cc5ba', '#003f3b'],
  accentSoft: ['#dcebe8', '#21403d', '#e0f2ef'],
  attention: ['#8f5a00', '#f0b95a', '#6b3f00'],
  attentionSoft: ['#f7e7c9', '#443515', '#fff0d0'],
  onAttention: ['#ffffff', '#1d1400', '#ffffff'],
  danger: ['#a3372a', '#f2988c', '#8a1408'],
  dangerSoft: ['#f6ddd8', '#472722', '#ffe3de'],
  focus: ['#0b5fcc', '#8fbcff', '#0037a8'],
  selection: ['#0b5fcc', '#8fbcff', '#0037a8'],
  // trust, 1 to 4; the four differ in lightness too
  trust1: ['#972c20', '#d27063', '#840b02'],
  trust2: ['#a76600', '#e6ae47', '#855213'],
  trust3: ['#20714f', '#53b286', '#045b39'],
  trust4: ['#004843', '#91e3d7', '#002f2c'],
  trustUnknown: ['#6a6e72', '#a7abad', '#333333'],
  trustNone: ['#8c8578', '#7c8286', '#6b6b6b'],
  // text on the chips of trust and contact
  onTrust: ['#ffffff', '#14171a', '#ffffff'],
  // contact, 1 to 4: one hue, since little contact is no fault
  contact1: ['#66769d', '#8b97b8', '#4a5a86'],
  contact2: ['#4c6096', '#9aaad4', '#3a4b80'],
  contact3: ['#354989', '#b0c0ea', '#263873'],
  contact4: ['#1b2a5e', '#d3defc', '#101d4d'],
  // the one soft shadow, painted at low opacity
  shadow: ['#3b3326', '#000000', '#000000'],
  // sticky notes; the text on them is `noteInk`
  noteInk: ['#26231c', '#26231c', '#000000'],
  noteYellow: ['#f8e7a8', '#dccb8c', '#fff2a8'],
  noteCoral: ['#f6cfc0', '#d9b3a4', '#ffd9cc'],
  notePink: ['#f3cbdb', '#d6afbf', '#ffd6e6'],
  noteBlue: ['#c9dff0', '#adc3d4', '#d4ebff'],
  noteGreen: ['#cfe6cb', '#b3caaf', '#d9f5d4'],
  noteGrey: ['#e6e1d8', '#c9c4bb', '#eeeeee'],
  // organisations: text on them is `onOrganisation`; hue and lightness together keep them apart for colour-blind readers too
  onOrganisation: ['#ffffff', '#14171a', '#ffffff'],
  organisation1: ['#037aae', '#a1daff', '#005378'],
  organisation2: ['#c23f00', '#ffc2ae', '#872800'],
  organisation3: ['#035d75', '#7bbfd9', '#043f50'],
  organisation4: ['#4e177e', '#a989d6', '#390062'],
  organisation5: ['#64450a', '#c7a673', '#472e00'],
  organisation6: ['#a61676', '#f7a2d0', '#760152'],
  organisation7: ['#155441', '#7db6a0', '#003b2b'],
  organisation8: ['#6842a7', '#c5adfd', '#4a2084'],
  organisation9: ['#273642', '#8595a3', '#172531'],
  organisation10: ['#552b14', '#ba8b73', '#411902'],
  organisation11: ['#4d7637', '#add898', '#2b5312'],
  organisation12: ['#a25e70', '#fdc5d1', '#77384a'],
} as const satisfies Record<string, readonly [string, string, string]>

/** A colour by what it means; a painter looks it up in the theme that it paints for. */
export type Token = keyof typeof table

/** Every token's name, in the table's order. */
export const tokens = Object.keys(table) as Token[]

const column = { light: 0, dark: 1, contrast: 2 } as const satisfies Record<Theme, number>

/** The `#rrggbb` value of `token` in `theme`. */
export const colour = (token: Token, theme: Theme): string => table[token][column[theme]]

/** The tokens of the twelve organisation colours, in the order in which they are given out. */
export const organisationTokens = tokens.filter((t) => /^organisation\d+$/.test(t))

/** The tokens of the six note colours. */
export const noteTokens = [
  'noteYellow',
  'noteCoral',
  'notePink',
  'noteBlue',
  'noteGreen',
  'noteGrey',
] as const satisfies readonly Token[]
