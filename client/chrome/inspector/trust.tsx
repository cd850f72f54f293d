import { setOpenReading } from '../../../shared/board/commands.ts'
import type { Answer, Dimension, End, Reading } from '../../../shared/board/readings.ts'
import { formatMean, stepOf } from '../../../shared/measures/tie.ts'
import { limits } from '../../../shared/limits.ts'
import { USER } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import { useBoard, useWorkspace } from '../board/context.ts'
import { Segmented } from '../ui/segmented.tsx'
import { areaLook } from '../ui/field.tsx'
import styles from './relationship.module.css'

/** One side's newest reading, and how this person changes it. */
export interface Trust {
  reading: Reading | undefined
  answer(dimension: Dimension, answer: Answer): void
  setNote(note: string): void
}

/** The newest reading of one side. A change is dated today and carries the other answers on. */
export function useTrust(relationship: string, end: End): Trust {
  const { doc, me } = useWorkspace()
  const reading = useBoard((board) => board.reading(relationship, end))
  const write = (patch: Partial<Reading>): void => {
    const { reliability, purpose, openness, note } = reading ?? {}
    const kept = { reliability, purpose, openness, note, ...patch }
    const answers = Object.fromEntries(
      Object.entries(kept).filter(([, value]) => value !== undefined),
    )
    const at = new Date().toISOString()
    setOpenReading(doc, { ...answers, relationship, end, at, by: me.id }, USER)
  }
  return {
    reading,
    answer: (dimension, answer) => write({ [dimension]: answer }),
    setNote: (note) => write({ note }),
  }
}

const stepNames = (): Record<Answer, string> => ({
  1: t('not at all'),
  2: t('a small amount'),
  3: t('a fair amount'),
  4: t('a great deal'),
  unknown: t('don’t know'),
})

const steps = [1, 2, 3, 4, 'unknown'] as const satisfies readonly Answer[]

/** One dimension of one side: a row of steps for who may answer, a chip and words for everyone else. */
export function TrustAnswer({
  name,
  answer,
  onChange,
}: {
  name: string
  answer: Reading[Dimension]
  onChange: ((answer: Answer) => void) | undefined
}) {
  const names = stepNames()
  // What a round came to can lie between two steps.
  const step = typeof answer === 'number' ? stepOf(answer) : answer
  if (!onChange) {
    return (
      <p className={styles.answer}>
        <span className="visually-hidden">{name}: </span>
        <span className={styles.chip} data-step={step ?? 'none'} aria-hidden>
          {typeof answer === 'number' ? formatMean(answer) : answer && '?'}
        </span>
        {step === undefined ? t('not answered') : names[step]}
      </p>
    )
  }
  return (
    <Segmented
      label={name}
      value={steps.find((one) => one === answer)}
      onChange={onChange}
      options={steps.map((one) => ({
        value: one,
        label: one === 'unknown' ? '?' : String(one),
        name: one === 'unknown' ? names.unknown : `${one}, ${names[one]}`,
        help: names[one],
        tint: one === 'unknown' ? 'trustUnknown' : `trust${one}`,
      }))}
    />
  )
}

/** One side's note on its answers. */
export function TrustNote({
  name,
  note,
  onChange,
}: {
  name: string
  note: string
  onChange: ((note: string) => void) | undefined
}) {
  if (!onChange) {
    return (
      <p className={styles.note} data-empty={note === ''}>
        <span className="visually-hidden">{name}: </span>
        {note || t('No note')}
      </p>
    )
  }
  return (
    <textarea
      className={areaLook}
      aria-label={name}
      placeholder={t('Why? What did you see?')}
      rows={2}
      maxLength={limits.line}
      value={note}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
