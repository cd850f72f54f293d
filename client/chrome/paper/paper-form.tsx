import { useId } from 'react'
import { markingLevels } from '../../../shared/board/marking.ts'
import { limits } from '../../../shared/limits.ts'
import type { Written } from '../../../shared/paper/drafts.ts'
import { profileIn } from '../../../shared/paper/profile-in.ts'
import { purposeNames, purposes, sectionIds, sectionNames } from '../../../shared/paper/profiles.ts'
import { MOST_PROSE, type PaperSettings } from '../../../shared/paper/settings.ts'
import { titleOf } from '../../../shared/objects/title.ts'
import { byName } from '../../../shared/paper/words.ts'
import { t } from '../../words/t.ts'
import { useBoardList } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import { Field, Group } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { CompareWith } from './compare-with.tsx'
import { KeptText } from './kept-text.tsx'
import styles from './paper.module.css'
import { OwnLines, ProfileChoice } from './profile-form.tsx'
import { useMarking } from './use-paper.ts'
import type { Compared } from './use-since.ts'

interface Part {
  settings: PaperSettings
  change(patch: Partial<PaperSettings>): void
  readOnly: boolean
}

const DESCRIPTOR = 60

function Tick({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange(checked: boolean): void
}) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(e) => onChange(e.target.checked)} />
      {label}
    </label>
  )
}

function FrontSheet({ settings, change, readOnly }: Part) {
  const profile = profileIn(settings, t)
  const line = (key: 'title' | 'author' | 'sponsor' | 'handling', label: string, help?: string) => (
    <Field label={label} help={help}>
      {(control) => (
        <KeptText
          control={control}
          value={settings[key]}
          onKeep={(value) => change({ [key]: value })}
          readOnly={readOnly}
          maxLength={limits.line}
        />
      )}
    </Field>
  )
  return (
    <>
      {line('title', t('Title'), t('Empty: the board’s own title'))}
      <Field label={profile.labels.meetingDate}>
        {(control) => (
          <KeptText
            control={control}
            type="date"
            value={settings.meetingDate}
            onKeep={(meetingDate) => change({ meetingDate })}
            readOnly={readOnly}
            maxLength={10}
          />
        )}
      </Field>
      {line('author', profile.labels.author)}
      {line('sponsor', profile.labels.sponsor)}
      <Group label={profile.labels.purpose}>
        <Segmented
          wrap
          options={[
            { value: '', label: t('Not said') },
            ...purposes.map((value) => ({ value, label: t(purposeNames[value]) })),
          ]}
          value={settings.purpose}
          onChange={(purpose) => change({ purpose })}
        />
      </Group>
      {profile.fields.map(({ key, label, help, long }) => (
        <Field key={key} label={label} help={help === undefined ? undefined : t(help)}>
          {(control) => (
            <KeptText
              control={control}
              value={settings.fields[key] ?? ''}
              onKeep={(value) => change({ fields: { ...settings.fields, [key]: value } })}
              readOnly={readOnly}
              maxLength={long ? MOST_PROSE : limits.line}
              {...(long && { rows: 2 })}
            />
          )}
        </Field>
      ))}
    </>
  )
}

function WrittenTexts({ settings, change, readOnly, drafts }: Part & { drafts: Written }) {
  const profile = profileIn(settings, t)
  const titles: Record<keyof Written, string> = {
    summary: profile.labels.summary,
    findings: t(sectionNames.findings),
    recommendations: t(sectionNames.recommendations),
  }
  const helps: Record<keyof Written, string> = {
    summary: t('A paragraph a line'),
    findings: t('A point a line'),
    recommendations: t('A recommendation a line; the paper numbers them'),
  }
  return profile.written.map((id) => {
    const edited = settings[id].trim() !== ''
    return (
      <div key={id} className={styles.written}>
        <Field
          label={titles[id]}
          optional={edited ? t('edited') : t('draft from the board')}
          help={helps[id]}
        >
          {(control) => (
            <KeptText
              control={control}
              value={edited ? settings[id] : drafts[id]}
              onKeep={(text) => change({ [id]: text.trim() === drafts[id].trim() ? '' : text })}
              readOnly={readOnly}
              maxLength={MOST_PROSE}
              rows={5}
            />
          )}
        </Field>
        {edited && !readOnly && (
          <Button look="quiet" onClick={() => change({ [id]: '' })}>
            {t('Back to the draft')}
          </Button>
        )}
      </div>
    )
  })
}

function Contents({ settings, change }: Part) {
  const frames = useBoardList((board) =>
    [...board.objects()]
      .filter(({ type }) => type === 'frame')
      .sort((a, b) => byName(titleOf(a, t), titleOf(b, t))),
  )
  const toggle = <T extends string>(list: readonly T[], item: T, on: boolean): T[] =>
    on ? [...list, item] : list.filter((other) => other !== item)
  const chosen = settings.frames.filter((id) => frames.some((frame) => frame.id === id))
  return (
    <>
      <Group label={t('What is in it')}>
        <div className={styles.ticks}>
          {sectionIds.map((id) => (
            <Tick
              key={id}
              label={t(sectionNames[id])}
              checked={!settings.without.includes(id)}
              onChange={(on) => change({ without: toggle(settings.without, id, !on) })}
            />
          ))}
        </div>
      </Group>
      {frames.length > 0 && (
        <Group label={t('Maps')} help={t('A frame can be a map of its own, on its own page.')}>
          <div className={styles.ticks}>
            <Tick
              label={t('The whole board')}
              checked={settings.wholeBoard || chosen.length === 0}
              onChange={(wholeBoard) => change({ wholeBoard })}
            />
            {frames.map((frame) => (
              <Tick
                key={frame.id}
                label={titleOf(frame, t)}
                checked={settings.frames.includes(frame.id)}
                onChange={(on) => change({ frames: toggle(settings.frames, frame.id, on) })}
              />
            ))}
          </div>
        </Group>
      )}
    </>
  )
}

function MarkingFields({ settings, change, readOnly }: Part) {
  const { marking, mark } = useMarking()
  return (
    <>
      <Group
        label={t('Marking')}
        help={t('At the top and bottom of every page, and on the board.')}
      >
        <Segmented
          wrap
          options={markingLevels.map((value) => ({
            value,
            label: value === 'none' ? t('None') : value,
          }))}
          value={marking.level}
          onChange={(level) => mark({ ...marking, level })}
        />
      </Group>
      {marking.level === 'OFFICIAL-SENSITIVE' && (
        <Field label={t('Descriptor')} help={t('Such as COMMERCIAL or PERSONAL')}>
          {(control) => (
            <KeptText
              control={control}
              value={marking.descriptor}
              onKeep={(descriptor) => mark({ ...marking, descriptor })}
              readOnly={readOnly}
              maxLength={DESCRIPTOR}
            />
          )}
        </Field>
      )}
      <Field label={t('Handling')} help={t('Who may read it, in a line on the front sheet')}>
        {(control) => (
          <KeptText
            control={control}
            value={settings.handling}
            onKeep={(handling) => change({ handling })}
            readOnly={readOnly}
            maxLength={limits.line}
          />
        )}
      </Field>
    </>
  )
}

/** What the paper is to be like: its profile, front sheet, texts, sections and marking. Everybody who may edit the board may change it. */
export function PaperForm({
  drafts,
  compared,
  ...part
}: Part & { drafts: Written; compared: Compared }) {
  const { settings, change, readOnly } = part
  const heading = useId()
  return (
    <form
      className={styles.form}
      aria-labelledby={heading}
      onSubmit={(event) => event.preventDefault()}
    >
      <h3 id={heading} className="visually-hidden">
        {t('Settings of the paper')}
      </h3>
      {readOnly && (
        <p className={styles.hint}>{t('You can read and download the paper, not change it.')}</p>
      )}
      <fieldset disabled={readOnly} className={styles.fields}>
        <ProfileChoice {...part} />
        <FrontSheet {...part} />
        <OwnLines {...part} />
        <WrittenTexts {...part} drafts={drafts} />
        <Contents {...part} />
        <CompareWith settings={settings} change={change} compared={compared} />
        <MarkingFields {...part} />
      </fieldset>
    </form>
  )
}
