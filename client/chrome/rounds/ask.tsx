import { useState } from 'react'
import { roundKinds, type RoundKind, type RoundSpec } from '../../../shared/session/round.ts'
import { MINIMUM } from '../../../shared/session/round.ts'
import { assumption } from '../../../shared/objects/assumption.ts'
import { t, tn } from '../../words/t.ts'
import { useBoard, useBoardList, useUi } from '../board/context.ts'
import { useCommand } from '../facilitation/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Group, inputLook } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { askedAbout, joinsTwo, notWeighed } from './asked.ts'
import { kindWords } from './names.ts'
import styles from './rounds.module.css'

interface Draft {
  kind: RoundKind
  question: string
  anonymous: boolean
  dots: number
  low: string
  high: string
  across: { label: string; low: string; high: string }
  up: { label: string; low: string; high: string }
}

const begin = (): Draft => ({
  kind: 'trust',
  question: kindWords().trust.question,
  anonymous: false,
  dots: 3,
  low: t('Not at all'),
  high: t('Completely'),
  // As on the template's map: up is what draws together, right what strains.
  across: { label: t('Strain on capacity'), low: t('Little'), high: t('Much') },
  up: { label: t('Momentum to join up'), low: t('Little'), high: t('Much') },
})

/** What is asked, out of the draft and what is selected on the map; undefined when something is missing. */
function specOf(draft: Draft, objects: string[], ties: string[]): RoundSpec | undefined {
  const { kind, anonymous, dots, low, high, across, up } = draft
  const question = draft.question.trim()
  if (!question) return undefined
  const common = { question, anonymous, minimum: anonymous ? MINIMUM : 1 }
  switch (kind) {
    case 'trust':
      return { kind, ...common, relationships: ties.length > 0 ? ties : null }
    case 'vote':
      return objects.length > 0 ? { kind, ...common, objects, dots } : undefined
    case 'truth':
      return objects.length > 0 ? { kind, ...common, objects } : undefined
    case 'scale':
      return { kind, ...common, low, high }
    case 'placement':
      return { kind, ...common, across, up }
    case 'words':
      return { kind, ...common }
  }
}

/** Where a facilitator puts a sealed question to everyone. */
export function Ask({ onClose }: { onClose(): void }) {
  const command = useCommand()
  const words = kindWords()
  const [draft, setDraft] = useState(begin)
  const [busy, setBusy] = useState(false)
  const set = (patch: Partial<Draft>): void => setDraft((now) => ({ ...now, ...patch }))
  const selection = useUi((state) => state.selection)
  const selected = useBoardList((board) => [...selection].flatMap((id) => board.object(id) ?? []))
  const ties = selected.filter(({ type }) => type === 'relationship').map(({ id }) => id)
  const canBeAsked = useBoard((board) => {
    const about = ties.length > 0 ? ties.flatMap((id) => board.object(id) ?? []) : undefined
    return [...(about ?? board.ofType('relationship'))].some((one) => joinsTwo(one, board))
  })
  const chosen = askedAbout(selected.filter(({ type }) => type !== 'relationship'))
  const assumptions = useBoardList((board) => [...board.ofType(assumption.type)])
  const { kind } = draft
  const needsObjects = kind === 'vote' || kind === 'truth'
  // Nothing selected: what a round about assumptions is for.
  const isForAll = kind === 'truth' && chosen.length === 0
  const objects = isForAll ? notWeighed(assumptions) : chosen
  const spec = kind === 'trust' && !canBeAsked ? undefined : specOf(draft, objects, ties)

  const put = async (): Promise<void> => {
    if (!spec) return
    setBusy(true)
    const done = await command({ type: 'open-round', spec })
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Dialog title={t('Ask everyone')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void put()
        }}
      >
        <Group label={t('What kind of question?')}>
          <Segmented
            wrap
            options={roundKinds.map((value) => ({ value, label: words[value].name }))}
            value={kind}
            onChange={(next) =>
              set({
                kind: next,
                anonymous: next !== 'trust',
                ...(draft.question === words[kind].question && { question: words[next].question }),
              })
            }
          />
          <p className={styles.small}>{words[kind].help}</p>
        </Group>
        <Field label={t('The question')}>
          {(control) => (
            <input
              {...control}
              className={inputLook}
              maxLength={200}
              value={draft.question}
              onChange={(event) => set({ question: event.target.value })}
            />
          )}
        </Field>
        {kind === 'trust' && (
          <p className={styles.small}>
            {!canBeAsked
              ? t('There is no relationship between two organisations yet. Draw one, then ask.')
              : ties.length > 0
                ? tn(
                    ties.length,
                    'About the relationship you selected',
                    'About the {n} relationships you selected',
                  )
                : t('About every relationship on the map')}
          </p>
        )}
        {needsObjects && (
          <p className={styles.small}>
            {objects.length > 0
              ? isForAll
                ? tn(
                    objects.length,
                    'About the assumption that is not weighed yet',
                    'About the {n} assumptions that are not weighed yet',
                  )
                : tn(
                    objects.length,
                    'About the object you selected',
                    'About the {n} objects you selected',
                  )
              : t('Close this, select the objects on the map, and come back.')}
          </p>
        )}
        {kind === 'vote' && (
          <Field label={t('Dots for each person')}>
            {(control) => (
              <input
                {...control}
                type="number"
                className={inputLook}
                min={1}
                max={20}
                value={draft.dots}
                onChange={(event) =>
                  set({
                    dots: Math.min(20, Math.max(1, Math.round(event.target.valueAsNumber) || 1)),
                  })
                }
              />
            )}
          </Field>
        )}
        {kind === 'scale' && (
          <div className={styles.pair}>
            <Line label={t('1 means')} value={draft.low} onChange={(low) => set({ low })} />
            <Line label={t('5 means')} value={draft.high} onChange={(high) => set({ high })} />
          </div>
        )}
        {kind === 'placement' && (
          <div className={styles.pair}>
            <Line
              label={t('Across')}
              value={draft.across.label}
              onChange={(label) => set({ across: { ...draft.across, label } })}
            />
            <Line
              label={t('Upwards')}
              value={draft.up.label}
              onChange={(label) => set({ up: { ...draft.up, label } })}
            />
          </div>
        )}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.anonymous}
            onChange={(event) => set({ anonymous: event.target.checked })}
          />
          <span>
            {t('Anonymous')}
            <small>
              {t('An organisation’s own figure shows only from {n} answers on.', { n: MINIMUM })}
            </small>
          </span>
        </label>
        <div className={styles.actions}>
          <Button type="submit" look="primary" disabled={!spec || busy}>
            {t('Put the question')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Line({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange(value: string): void
}) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          className={inputLook}
          maxLength={60}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
