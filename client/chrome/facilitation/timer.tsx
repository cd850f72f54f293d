import { Minus, Pause, Play, Plus, Square, Timer as TimerIcon } from 'lucide-react'
import { useState } from 'react'
import { timeLeft } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { Popover } from '../ui/layer.tsx'
import styles from './facilitation.module.css'
import { useCommand, useRun, useServerNow } from './use-session.ts'

const MINUTE = 60_000
const LONGEST = 240

/** Time as on a clock: “4:05”, and “−0:30” when it has run over. */
function clockText(ms: number): string {
  const seconds = Math.abs(Math.ceil(ms / 1000))
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return ms <= -1000 ? `−${text}` : text
}

function useTimer(): { left: number | undefined; running: boolean } {
  const run = useRun()
  const running = run.timer !== null && 'endsAt' in run.timer
  return { left: timeLeft(run, useServerNow(running)), running }
}

/** The time that is left, for everyone; read out when a minute is left and when it is up. */
export function TimeLeft() {
  const { left, running } = useTimer()
  if (left === undefined) return null
  const spoken =
    left <= 0 ? t('The time is up') : left <= MINUTE && running ? t('One minute left') : ''
  return (
    <>
      <span
        className={styles.time}
        data-over={left <= 0}
        data-soon={left <= MINUTE}
        role="timer"
        aria-label={t('Time left')}
      >
        <TimerIcon size={18} strokeWidth={1.75} aria-hidden />
        {clockText(left)}
        {!running && <small>{t('paused')}</small>}
      </span>
      <span role="status" className="visually-hidden">
        {spoken}
      </span>
    </>
  )
}

/** A facilitator's timer: so many minutes, pause, a minute more, stop. */
export function TimerControls({ minutes }: { minutes: number | undefined }) {
  const command = useCommand()
  const { left, running } = useTimer()
  const keeps = useKeepsKeyboard<HTMLDivElement>()
  if (left !== undefined) {
    return (
      <div className={styles.part} {...keeps}>
        <TimeLeft />
        <IconButton
          icon={running ? Pause : Play}
          label={running ? t('Pause the timer') : t('Go on with the timer')}
          onClick={() => void command({ type: running ? 'timer-pause' : 'timer-resume' })}
        />
        <Button look="quiet" onClick={() => void command({ type: 'timer-add', ms: MINUTE })}>
          {t('+1 min')}
        </Button>
        <IconButton
          icon={Square}
          label={t('Stop the timer')}
          onClick={() => void command({ type: 'timer-stop' })}
        />
      </div>
    )
  }
  return (
    <div className={styles.part} {...keeps}>
      <Popover
        label={t('Timer')}
        trigger={<IconButton icon={TimerIcon} label={t('Start a timer')} />}
      >
        {(close) => (
          <StartTimer
            suggested={minutes ?? 10}
            onStart={(ms) => {
              void command({ type: 'timer-start', ms })
              close()
            }}
          />
        )}
      </Popover>
    </div>
  )
}

function StartTimer({ suggested, onStart }: { suggested: number; onStart(ms: number): void }) {
  const [minutes, setMinutes] = useState(suggested)
  const change = (by: number): void => setMinutes((now) => Math.min(LONGEST, Math.max(1, now + by)))
  return (
    <div className={styles.startTimer}>
      <div className={styles.minutes}>
        <IconButton icon={Minus} label={t('One minute less')} onClick={() => change(-1)} />
        <output aria-live="polite">{tn(minutes, '1 minute', '{n} minutes')}</output>
        <IconButton icon={Plus} label={t('One minute more')} onClick={() => change(1)} />
      </div>
      <div className={styles.presets}>
        {[3, 5, 10, 15, 20].map((preset) => (
          <Button key={preset} look="quiet" onClick={() => setMinutes(preset)}>
            {preset}
          </Button>
        ))}
      </div>
      <Button look="primary" onClick={() => onStart(minutes * MINUTE)}>
        {t('Start')}
      </Button>
    </div>
  )
}
