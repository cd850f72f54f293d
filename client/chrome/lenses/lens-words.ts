import type { LensId } from '../../../shared/measures/lenses.ts'
import { t } from '../../words/t.ts'

/** What a lens is called, what it tells, and what its count counts. */
export interface LensWords {
  name: string
  about: string
  bright: string
  /** `{count}` of `{of}` */
  counted: string
  /** where there is nothing to show */
  nothing: string
}

/** The words of every lens. */
export const lensWords = (): Record<LensId, LensWords> => ({
  trust: {
    name: t('Trust'),
    about: t('How far each side trusts the other. Everything else steps back.'),
    bright: t('Relationships and their organisations stay bright.'),
    counted: t('{of} relationships'),
    nothing: t('No relationship is drawn yet.'),
  },
  gaps: {
    name: t('Gaps'),
    about: t('Where the two sides see it a step or more apart.'),
    bright: t('Ties with a gap stay bright.'),
    counted: t('{count} of {of} relationships have a gap'),
    nothing: t('No gap of a step or more, as far as both sides have answered.'),
  },
  level: {
    name: t('Level of working together'),
    about: t('The lanes show the level now.'),
    bright: t('Ties where a side needs another level than there is stay bright.'),
    counted: t('{count} of {of} relationships should change their level'),
    nothing: t('Nobody has said yet that they need another level than there is.'),
  },
  deal: {
    name: t('Leaning on the deal'),
    about: t(
      'Little trust (below 2.5), and the deal holds it together more than the relationship.',
    ),
    bright: t('Ties that lean on the deal stay bright.'),
    counted: t('{count} of {of} relationships lean on the deal'),
    nothing: t('No tie leans on the deal, as far as the sides have answered.'),
  },
  commitments: {
    name: t('Commitments'),
    about: t('Who brings what to which objective.'),
    bright: t('The line runs from who makes it to what it serves, and tells how far it has come.'),
    counted: t('{count} of {of} commitments have an owner and a date'),
    nothing: t('No commitment is on the board yet.'),
  },
  risk: {
    name: t('Risk held alone'),
    about: t('Risks that one organisation holds by itself.'),
    bright: t('Those risks stay bright, and who holds them.'),
    counted: t('{count} of {of} risks are held alone'),
    nothing: t('No risk is held alone.'),
  },
  reach: {
    name: t('Reach of objectives'),
    about: t('Which objectives reach people and places at the sharp end.'),
    bright: t('Objectives that reach somebody stay bright; the faint ones reach nobody.'),
    counted: t('{count} of {of} objectives reach somebody'),
    nothing: t('No objective is linked to people or places yet.'),
  },
})
