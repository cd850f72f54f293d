import {
  AlignmentType,
  LevelFormat,
  LineRuleType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx'
import { colour, type Token } from '../../shared/look/palette.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { styles, type TextStyle } from './pdf-flow.ts'
import { FAMILY } from './typeface.ts'

/** Twentieths of a point, in which Word measures. */
export const twips = (points: number): number => Math.round(points * 20)

/** A colour of the light theme as Word writes it. */
export const hex = (token: Token): string => colour(token, 'light').slice(1)

interface Around {
  before?: number
  after?: number
  keepNext?: boolean
}

/** Has Hebrew and Arabic letters wherever there is Word. */
const OTHER_SCRIPTS = 'Arial'

const run = ({ size, weight, fill }: TextStyle) => ({
  font: { ascii: FAMILY, hAnsi: FAMILY, eastAsia: FAMILY, cs: OTHER_SCRIPTS },
  size: Math.round(size * 2),
  bold: weight >= 600,
  italics: false,
  color: hex(fill),
})

const paragraph = ({ lineHeight }: TextStyle, { before = 0, after = 0, keepNext }: Around) => ({
  spacing: {
    before: twips(before),
    after: twips(after),
    line: twips(lineHeight),
    lineRule: LineRuleType.AT_LEAST,
  },
  widowControl: true,
  ...(keepNext && { keepNext, keepLines: true }),
})

const builtIn = (style: TextStyle, around: Around) => ({
  run: run(style),
  paragraph: paragraph(style, around),
})

const own = (
  id: string,
  name: string,
  style: TextStyle,
  around: Around = {},
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...builtIn(style, around),
})

/** The paper's styles under Word's own names where Word has them, so that a reader can change one for all, its text in `language`. */
export const paperStyles = (language: Paper['language']): IStylesOptions => ({
  default: {
    document: {
      run: { ...run(styles.body), language: { value: language } },
      paragraph: paragraph(styles.body, { after: 9 }),
    },
    heading1: builtIn(styles.title, { after: 14, keepNext: true }),
    heading2: builtIn(styles.heading2, { before: 26, after: 8, keepNext: true }),
    heading3: builtIn(styles.heading3, { before: 16, after: 4, keepNext: true }),
    caption: builtIn(styles.caption, { before: 14, after: 5, keepNext: true }),
    listParagraph: builtIn(styles.body, { after: 5 }),
  },
  paragraphStyles: [
    own('Eyebrow', 'Eyebrow', styles.eyebrow, { after: 10, keepNext: true }),
    own('Lead', 'Lead paragraph', styles.lead, { after: 12 }),
    own('Draft', 'Draft mark', styles.draft, { after: 7, keepNext: true }),
    own('Formula', 'Formula', styles.formula, { before: 2, after: 9 }),
    own('SmallPrint', 'Small print', styles.quiet, { before: 6, after: 8 }),
    own('TableText', 'Table text', styles.cell),
    own('TableNote', 'Table note', styles.cellNote),
    own('TableHeading', 'Table heading', styles.columnHead, { keepNext: true }),
    own('TableGroup', 'Table group heading', styles.cellStrong, { keepNext: true }),
    own('Marking', 'Marking', styles.marking),
    own('Running', 'Running line', styles.running),
  ],
})

/** Name of the numbering that bulleted lists use. */
export const BULLETS = 'bullets'

/** Name of the numbering that numbered lists use; each list is an instance of its own, and begins at 1. */
export const NUMBERS = 'numbers'

/** The two list styles. */
export const paperNumbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: {
            run: { font: FAMILY, color: hex('accent') },
            paragraph: { indent: { left: twips(18), hanging: twips(16) } },
          },
        },
      ],
    },
    {
      reference: NUMBERS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: {
            run: { font: FAMILY, color: hex('accent') },
            paragraph: { indent: { left: twips(24), hanging: twips(22) } },
          },
        },
      ],
    },
  ],
}
