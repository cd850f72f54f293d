import { limits } from '../../../shared/limits.ts'
import { labelsOf } from '../../../shared/paper/profile-in.ts'
import { profileOf, profiles } from '../../../shared/paper/profiles.ts'
import {
  MOST_OWN,
  MOST_PROSE,
  type OwnLine,
  type PaperSettings,
} from '../../../shared/paper/settings.ts'
import { t } from '../../words/t.ts'
import { Button } from '../ui/button.tsx'
import { Field, Group } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { KeptText } from './kept-text.tsx'
import styles from './paper.module.css'

interface Part {
  settings: PaperSettings
  change(patch: Partial<PaperSettings>): void
  readOnly: boolean
}

/** Which profile the front sheet has, and what this board's paper calls its lines. */
export function ProfileChoice({ settings, change, readOnly }: Part) {
  const { profile: id, labels, eyebrow } = settings
  return (
    <>
      <Group label={t('Profile')}>
        <Segmented
          wrap
          options={profiles.map((profile) => ({ value: profile.id, label: t(profile.name) }))}
          value={id}
          onChange={(profile) => change({ profile })}
        />
      </Group>
      <details className={styles.fold}>
        <summary>{t('Change its words')}</summary>
        <div className={styles.fields}>
          <p className={styles.aside}>
            {t('As your organisation’s papers say it. Empty: as the profile says it.')}
          </p>
          <Field
            label={t('The line above the title')}
            help={t('Instead of “{label}”', { label: t(profileOf(id).eyebrow) })}
          >
            {(control) => (
              <KeptText
                control={control}
                value={eyebrow}
                onKeep={(text) => change({ eyebrow: text })}
                readOnly={readOnly}
                maxLength={limits.line}
              />
            )}
          </Field>
          {labelsOf(id).map(([key, usual]) => (
            <Field key={key} label={t('Instead of “{label}”', { label: t(usual) })}>
              {(control) => (
                <KeptText
                  control={control}
                  value={labels[key] ?? ''}
                  onKeep={(text) => change({ labels: { ...labels, [key]: text } })}
                  readOnly={readOnly}
                  maxLength={limits.line}
                />
              )}
            </Field>
          ))}
        </div>
      </details>
    </>
  )
}

/** Lines of the front sheet that no profile has. */
export function OwnLines({ settings: { own }, change, readOnly }: Part) {
  const keep = (index: number, line: OwnLine): void =>
    change({ own: own.map((one, at) => (at === index ? line : one)) })
  return (
    <Group label={t('Lines of your own')} help={t('A line without a name isn’t in the paper.')}>
      {own.map((line, index) => (
        // Lines have no name of their own, and only the last can be added.
        <div key={`${index} of ${own.length}`} className={styles.own}>
          <Field label={t('Name of line {n}', { n: index + 1 })}>
            {(control) => (
              <KeptText
                control={control}
                value={line.label}
                onKeep={(label) => keep(index, { ...line, label })}
                readOnly={readOnly}
                maxLength={limits.line}
              />
            )}
          </Field>
          <Field label={t('What line {n} says', { n: index + 1 })}>
            {(control) => (
              <KeptText
                control={control}
                value={line.text}
                onKeep={(text) => keep(index, { ...line, text })}
                readOnly={readOnly}
                maxLength={MOST_PROSE}
                rows={2}
              />
            )}
          </Field>
          {!readOnly && (
            <Button
              look="quiet"
              onClick={() => change({ own: own.filter((_, at) => at !== index) })}
            >
              {t('Remove line {n}', { n: index + 1 })}
            </Button>
          )}
        </div>
      ))}
      {!readOnly && own.length < MOST_OWN && (
        <Button onClick={() => change({ own: [...own, { label: '', text: '' }] })}>
          {t('Add a line')}
        </Button>
      )}
    </Group>
  )
}
