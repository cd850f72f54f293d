import { ChevronDown } from 'lucide-react'
import type { Stage } from '../../../shared/session/stages.ts'
import { t } from '../../words/t.ts'
import { Menu } from '../ui/layer.tsx'
import styles from './facilitation.module.css'

const nameOf = ({ title }: Stage): string => title || t('Untitled stage')

/** The agenda: where the session stands, and a way to any of its stages. */
export function StageMenu({
  stages,
  index,
  onChoose,
}: {
  stages: readonly Stage[]
  index: number
  onChoose(index: number): void
}) {
  const stage = stages[index]
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.stage}>
          <span className={styles.words}>
            {stage && (
              <small>{t('Stage {n} of {all}', { n: index + 1, all: stages.length })}</small>
            )}
            <span>{stage ? nameOf(stage) : t('Choose a stage')}</span>
          </span>
          <ChevronDown size={16} strokeWidth={2} aria-hidden />
        </button>
      }
      entries={[
        {
          kind: 'choice',
          label: t('Stages'),
          value: index < 0 ? undefined : String(index),
          options: stages.map((one, at) => ({
            value: String(at),
            label:
              one.minutes === undefined
                ? nameOf(one)
                : t('{stage} · {minutes} min', { stage: nameOf(one), minutes: one.minutes }),
          })),
          choose: (value) => onChoose(Number(value)),
        },
      ]}
    />
  )
}
