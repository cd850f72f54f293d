import type { VersionFacts, VersionKind } from '../../../shared/protocol/versions.ts'
import { fullMomentOf } from '../../words/dates.ts'
import { t } from '../../words/t.ts'

/** The name of a version in the reader's language; `name` for what people named themselves. */
export function versionWords({
  kind,
  about,
  name,
}: {
  kind: VersionKind
  about: string
  name: string
}): string {
  switch (kind) {
    case 'saved':
      return name
    case 'stage':
      return about === '' ? t('End of a stage') : t('End of “{stage}”', { stage: about })
    case 'session':
      return t('End of the session')
    case 'restore':
      return about === ''
        ? t('Before restoring a version')
        : t('Before restoring “{version}”', { version: about })
    case 'import':
      return t('Before importing a file')
  }
}

/** The name of a listed version. */
export const nameOfVersion = (version: VersionFacts): string => versionWords(version)

/** A moment with its year, where the reader is: 3 March 2026, 14:05. */
export const fullMoment = (moment: string): string => fullMomentOf(new Date(moment))
