import { Lock, LockOpen } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import * as v from 'valibot'
import type { BoardObject } from '../../../shared/board/object.ts'
import { readField } from '../../../shared/objects/fields.ts'
import { gaugeFields } from '../../../shared/objects/organisation-profile.ts'
import {
  GAUGE_NOTE_MAX,
  GaugeSchema,
  type Gauge,
} from '../../../shared/session/private-commands.ts'
import { t } from '../../words/t.ts'
import { useLive, useMe, useOpen } from '../board/context.ts'
import { useCommand } from '../facilitation/use-session.ts'
import { areaLook, Field } from '../ui/field.tsx'
import styles from './inspector.module.css'
import { ReadValue } from './read-value.tsx'
import { ScaleControl } from './scale-control.tsx'

const { pressure, pressureNote } = gaugeFields

/** An organisation's pressure gauge: to its own people wherever it lies, to the others once it is published. */
export function PressureGauge({ object }: { object: BoardObject }) {
  const me = useMe()
  if (me.organisation === object.id) return <OwnGauge object={object} />
  if (readField(pressure, object.fields['pressure']) === undefined) return null
  const read = { object, empty: t('Nothing written') }
  return (
    <details className={styles.fold}>
      <summary>{t('Pressure gauge, as they show it')}</summary>
      <div>
        <ReadValue {...read} path={['pressure']} field={pressure} />
        <ReadValue {...read} path={['pressureNote']} field={pressureNote} />
      </div>
    </details>
  )
}

/** The gauge that the server keeps for this person's organisation; undefined until it has told. */
function useOwnGauge(
  object: BoardObject,
): [Gauge | undefined, (change: Partial<Gauge>) => Promise<void>] {
  const { command } = useOpen()
  const give = useCommand()
  const linked = useLive(({ link }) => link === 'open')
  const [gauge, setGauge] = useState<Gauge>()
  // A colleague's change is asked for when it shows on the board, and when the panel is opened again.
  const shown = JSON.stringify([object.fields['pressure'], object.fields['pressureNote']])
  useEffect(() => {
    let left = false
    const ask = async (): Promise<void> => {
      const answer = await command({ type: 'my-gauge' })
      const read = v.safeParse(GaugeSchema, answer.ok ? answer.value : undefined)
      if (!left && read.success) setGauge(read.output)
    }
    if (linked) void ask()
    return () => {
      left = true
    }
  }, [command, linked, shown])
  const change = useCallback(
    async (part: Partial<Gauge>) => {
      const before = gauge
      setGauge(before && { ...before, ...part })
      // Only what was changed: a colleague may have set the rest since this panel asked.
      const done = await give({ type: 'set-gauge', ...part })
      const now = v.safeParse(GaugeSchema, done?.value)
      setGauge(now.success ? now.output : before)
    },
    [gauge, give],
  )
  return [gauge, change]
}

function OwnGauge({ object }: { object: BoardObject }) {
  const [gauge, change] = useOwnGauge(object)
  const [note, setNote] = useState<string>()
  const published = gauge?.published === true
  const Sign = published ? LockOpen : Lock
  return (
    <details className={styles.fold}>
      <summary>
        {published ? t('Pressure gauge, shown to everyone') : t('Pressure gauge, private')}
      </summary>
      <div>
        <p className={styles.aside}>
          <Sign size={16} strokeWidth={1.75} aria-hidden />
          {published
            ? t('Everyone on the board sees this.')
            : t(
                'Only those who joined for your organisation see this. It is kept beside the board: in no export, no version and nobody else’s browser.',
              )}
        </p>
        {gauge === undefined ? (
          <p className={styles.quiet}>{t('It can be read and set while you are connected.')}</p>
        ) : (
          <>
            <ScaleControl
              label={t('How hard are you pressed?')}
              help={t('What do you do to survive that makes it harder for the others?')}
              field={pressure}
              value={gauge.level ?? undefined}
              onChange={(level) =>
                void change(level === undefined ? { level: null, published: false } : { level })
              }
            />
            <Field label={t(pressureNote.label)}>
              {(control) => (
                <textarea
                  {...control}
                  className={areaLook}
                  rows={2}
                  maxLength={GAUGE_NOTE_MAX}
                  value={note ?? gauge.note}
                  onChange={(event) => setNote(event.target.value)}
                  onBlur={() => {
                    if (note !== undefined && note.trim() !== gauge.note) {
                      void change({ note: note.trim() })
                    }
                    setNote(undefined)
                  }}
                />
              )}
            </Field>
            <label className={styles.flag}>
              <input
                type="checkbox"
                checked={gauge.published}
                disabled={gauge.level === null}
                onChange={(event) => void change({ published: event.target.checked })}
              />
              <span>
                {t('Show it to everyone on the board')}
                <small className={styles.quiet}>
                  {t('You can take that back. Files and versions made meanwhile keep it.')}
                </small>
              </span>
            </label>
          </>
        )}
      </div>
    </details>
  )
}
