import type { Role } from '../../shared/access.ts'
import { t } from '../words/t.ts'

/** A role's name, in a sentence or on its own. */
export const roleName = (role: Role): string =>
  ({ facilitator: t('Facilitator'), partner: t('Partner'), observer: t('Observer') })[role]

/** What a role may do, in a sentence. */
export const roleAbility = (role: Role): string =>
  ({
    facilitator: t('Runs the session: edits everything, shares the board and invites others.'),
    partner: t('Edits the map, and speaks for one organisation.'),
    observer: t('Follows along and reads everything. Changes nothing.'),
  })[role]
