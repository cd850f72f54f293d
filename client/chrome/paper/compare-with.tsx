import type { PaperSettings } from '../../../shared/paper/settings.ts'
import { t } from '../../words/t.ts'
import { Field, inputLook } from '../ui/field.tsx'
import { fullMoment, nameOfVersion } from '../versions/version-words.ts'
import type { Compared } from './use-since.ts'

/** Chooses the version with which the paper compares the board. */
export function CompareWith({
  settings,
  change,
  compared: { versions, failure },
}: {
  settings: PaperSettings
  change(patch: Partial<PaperSettings>): void
  compared: Compared
}) {
  const last = versions.find(({ kind }) => kind === 'saved')
  const known = ['', 'none', ...versions.map(({ id }) => id)]
  return (
    <Field
      label={t('Say what has changed since')}
      help={t('Trust and gaps then and now, and what was added, removed and changed.')}
      error={failure}
    >
      {(control) => (
        <select
          {...control}
          className={inputLook}
          value={settings.since}
          onChange={(event) => change({ since: event.target.value })}
        >
          <option value="">
            {last
              ? t('The version saved last: {name}', { name: nameOfVersion(last) })
              : t('The version saved last (none is saved yet)')}
          </option>
          <option value="none">{t('No version')}</option>
          {versions.map((version) => (
            <option key={version.id} value={version.id}>
              {t('{name}, {moment}', {
                name: nameOfVersion(version),
                moment: fullMoment(version.at),
              })}
            </option>
          ))}
          {!known.includes(settings.since) && (
            <option value={settings.since}>{t('A version that is gone')}</option>
          )}
        </select>
      )}
    </Field>
  )
}
