import { dimensions, type Answer } from '../../../shared/board/readings.ts'
import { NOTE_MAX, WORDS_MAX, type RoundSpec, type Values } from '../../../shared/session/round.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { areaLook, Field, Group, inputLook } from '../ui/field.tsx'
import { IconButton } from '../ui/button.tsx'
import { Minus, Plus } from 'lucide-react'
import { TrustAnswer } from '../inspector/trust.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useNames, useOrganisationName } from './names.ts'
import { PlacementPad } from './placement-pad.tsx'
import styles from './answer.module.css'
import shared from './rounds.module.css'

interface Form<V> {
  value: V | undefined
  onChange(value: V): void
}
type Spec<K extends RoundSpec['kind']> = Extract<RoundSpec, { kind: K }>

const dimensionWords = () => ({
  reliability: { label: t('Reliability'), help: t('They do what they say they will.') },
  purpose: { label: t('Shared purpose'), help: t('They want the same for people here.') },
  openness: { label: t('Openness'), help: t('They tell us what we need to know.') },
})

/** What a participant of `organisation` is asked in a round, by its kind. */
export function AnswerForm({
  round,
  organisation,
  label = t('Your answer'),
  value,
  onChange,
}: Form<unknown> & { round: Round; organisation: string | null; label?: string }) {
  const { spec } = round
  switch (spec.kind) {
    case 'trust':
      return (
        <TrustForm
          round={round}
          organisation={organisation}
          value={value as Values['trust'] | undefined}
          onChange={onChange}
        />
      )
    case 'vote':
      return (
        <VoteForm spec={spec} value={value as Values['vote'] | undefined} onChange={onChange} />
      )
    case 'scale':
      return (
        <Group label={label}>
          <Segmented
            options={[1, 2, 3, 4, 5].map((step) => ({ value: step, label: String(step) }))}
            value={value as number | undefined}
            onChange={onChange}
          />
          <p className={styles.ends}>
            <span>{spec.low}</span>
            <span>{spec.high}</span>
          </p>
        </Group>
      )
    case 'placement':
      return (
        <PlacementPad
          across={spec.across}
          up={spec.up}
          value={value as Values['placement'] | undefined}
          onChange={onChange}
        />
      )
    case 'truth':
      return (
        <TruthForm spec={spec} value={value as Values['truth'] | undefined} onChange={onChange} />
      )
    case 'words':
      return (
        <Field label={label} help={t('At most {n} characters', { n: WORDS_MAX })}>
          {(control) => (
            <input
              {...control}
              className={inputLook}
              maxLength={WORDS_MAX}
              value={(value as string | undefined) ?? ''}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )
  }
}

function TrustForm({
  round,
  organisation,
  value = {},
  onChange,
}: Form<Values['trust']> & { round: Round; organisation: string | null }) {
  const own = round.ties.filter(({ from, to }) => from === organisation || to === organisation)
  if (own.length === 0) {
    return <p>{t('Your organisation has no relationship in this question.')}</p>
  }
  return (
    <>
      <p className={shared.small}>
        {t('1 not at all · 2 a small amount · 3 a fair amount · 4 a great deal · ? don’t know')}
      </p>
      {own.map((tie) => (
        <TieForm
          key={tie.id}
          other={tie.from === organisation ? tie.to : tie.from}
          value={value[tie.id]}
          onChange={(answer) => onChange({ ...value, [tie.id]: answer })}
        />
      ))}
    </>
  )
}

function TieForm({
  other,
  value = {},
  onChange,
}: Form<Values['trust'][string]> & { other: string }) {
  const words = dimensionWords()
  const name = useOrganisationName(other)
  return (
    <fieldset className={styles.tie}>
      <legend>{t('How far do you trust {organisation}?', { organisation: name })}</legend>
      {dimensions.map((dimension) => (
        <div key={dimension} className={styles.dimension}>
          <p>
            <strong>{words[dimension].label}</strong> {words[dimension].help}
          </p>
          <TrustAnswer
            name={t('{dimension} of {organisation}', {
              dimension: words[dimension].label,
              organisation: name,
            })}
            answer={value[dimension]}
            onChange={(answer: Answer) => onChange({ ...value, [dimension]: answer })}
          />
        </div>
      ))}
      <textarea
        className={areaLook}
        rows={2}
        maxLength={NOTE_MAX}
        aria-label={t('Why? About {organisation}', { organisation: name })}
        placeholder={t('Why? What did you see?')}
        value={value.note ?? ''}
        onChange={(event) => onChange({ ...value, note: event.target.value })}
      />
    </fieldset>
  )
}

function VoteForm({ spec, value = {}, onChange }: Form<Values['vote']> & { spec: Spec<'vote'> }) {
  const nameOf = useNames(spec.objects)
  const left = spec.dots - Object.values(value).reduce((sum, dots) => sum + dots, 0)
  const place = (id: string, by: number): void => {
    const { [id]: dots = 0, ...others } = value
    onChange(dots + by > 0 ? { ...others, [id]: dots + by } : others)
  }
  return (
    <>
      <p role="status" className={styles.left}>
        {tn(left, '1 dot left', '{n} dots left')}
      </p>
      <ul className={styles.ballot}>
        {spec.objects.map((id) => {
          const dots = value[id] ?? 0
          const name = nameOf(id)
          return (
            <li key={id}>
              <span className={styles.name}>{name}</span>
              <span className={styles.dots} aria-hidden>
                {'●'.repeat(dots)}
              </span>
              <span className="visually-hidden">{tn(dots, '1 dot', '{n} dots')}</span>
              <IconButton
                icon={Minus}
                label={t('Take a dot from {name}', { name })}
                disabled={dots === 0}
                onClick={() => place(id, -1)}
              />
              <IconButton
                icon={Plus}
                label={t('Place a dot on {name}', { name })}
                disabled={left === 0}
                onClick={() => place(id, 1)}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function TruthForm({
  spec,
  value = {},
  onChange,
}: Form<Values['truth']> & { spec: Spec<'truth'> }) {
  const nameOf = useNames(spec.objects)
  const options = [
    { value: 'true', label: t('True') },
    { value: 'partly', label: t('Partly') },
    { value: 'false', label: t('False') },
  ] as const
  return spec.objects.map((id) => (
    <Group key={id} label={nameOf(id)}>
      <Segmented
        options={options}
        value={value[id]}
        onChange={(answer) => onChange({ ...value, [id]: answer })}
      />
    </Group>
  ))
}
