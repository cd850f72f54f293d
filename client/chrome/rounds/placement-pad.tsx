import { useId, type KeyboardEvent, type PointerEvent } from 'react'
import { t } from '../../words/t.ts'
import { PadAxes, type Axis } from './pad-axes.tsx'
import answerStyles from './answer.module.css'
import styles from './pad.module.css'

const clamp = (n: number): number => Math.round(Math.min(10, Math.max(0, n)) * 10) / 10

/** A square to place oneself in, by pointer or with two sliders; both axes run from 0 to 10. */
export function PlacementPad({
  across,
  up,
  value,
  onChange,
}: {
  across: Axis
  up: Axis
  value: readonly [number, number] | undefined
  onChange(value: [number, number]): void
}) {
  const id = useId()
  const [x, y] = value ?? [5, 5]
  const take = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0 && event.type !== 'pointerdown') return
    const box = event.currentTarget.getBoundingClientRect()
    onChange([
      clamp(((event.clientX - box.left) / box.width) * 10),
      clamp((1 - (event.clientY - box.top) / box.height) * 10),
    ])
  }
  const stop = (event: KeyboardEvent): void => event.stopPropagation()
  return (
    <div className={answerStyles.placement}>
      <PadAxes across={across} up={up}>
        <div
          className={styles.pad}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            take(event)
          }}
          onPointerMove={take}
          aria-hidden
        >
          {!value && <span className={styles.hint}>{t('Press where you stand')}</span>}
          {value && (
            <span className={styles.spot} style={{ left: `${x * 10}%`, bottom: `${y * 10}%` }} />
          )}
        </div>
      </PadAxes>
      {[
        { axis: across, now: x, set: (n: number) => onChange([n, y]) },
        { axis: up, now: y, set: (n: number) => onChange([x, n]) },
      ].map(({ axis, now, set }, index) => (
        <div key={index === 0 ? 'across' : 'up'} className={answerStyles.slider}>
          <label htmlFor={`${id}-${index}`}>{axis.label}</label>
          <input
            id={`${id}-${index}`}
            type="range"
            min={0}
            max={10}
            step={0.5}
            value={now}
            aria-valuetext={value ? t('{n} of 10', { n: now }) : t('not placed yet')}
            data-unset={!value}
            onKeyDown={stop}
            onChange={(event) => set(Number(event.target.value))}
          />
          <p className={answerStyles.ends}>
            <span>{axis.low}</span>
            <span>{axis.high}</span>
          </p>
        </div>
      ))}
    </div>
  )
}
