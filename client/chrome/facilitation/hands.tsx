import { Hand } from 'lucide-react'
import { t, tn } from '../../words/t.ts'
import { useLive } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { Popover } from '../ui/layer.tsx'
import styles from './facilitation.module.css'
import { useCommand, useRun } from './use-session.ts'

/** Who wants to speak, the longest wait first; nothing while nobody does. */
export function Hands() {
  const { hands } = useRun()
  const command = useCommand()
  const keeps = useKeepsKeyboard<HTMLOListElement>()
  const people = useLive((live) => live.session?.participants)
  const nameOf = (id: string): string =>
    people?.find((person) => person.id === id)?.name ?? t('Somebody who has left')
  return (
    <>
      {hands.length > 0 && (
        <Popover
          label={t('Raised hands')}
          trigger={
            <button type="button" className={styles.hands}>
              <Hand size={18} strokeWidth={1.75} aria-hidden />
              {tn(hands.length, '1 hand', '{n} hands')}
            </button>
          }
        >
          {() => (
            <ol className={styles.queue} {...keeps}>
              {hands.map(({ participant }) => (
                <li key={participant}>
                  <span>{nameOf(participant)}</span>
                  <Button
                    look="quiet"
                    onClick={() => void command({ type: 'hand', up: false, participant })}
                  >
                    {t('Take down')}
                  </Button>
                </li>
              ))}
            </ol>
          )}
        </Popover>
      )}
      <span role="status" className="visually-hidden">
        {tn(hands.length, '1 hand is up', '{n} hands are up')}
      </span>
    </>
  )
}
