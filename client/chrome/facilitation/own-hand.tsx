import { Hand } from 'lucide-react'
import { t, tn } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import styles from './facilitation.module.css'
import { useCommand, useRun } from './use-session.ts'

/** Raises one's own hand, says when one's turn is, and takes it down. */
export function OwnHand() {
  const { me } = useWorkspace()
  const { hands } = useRun()
  const command = useCommand()
  const before = hands.findIndex(({ participant }) => participant === me.id)
  const up = before >= 0
  return (
    <Button
      look="quiet"
      icon={Hand}
      aria-pressed={up}
      className={styles.hand ?? ''}
      onClick={() => void command({ type: 'hand', up: !up })}
    >
      {up
        ? tn(before + 1, 'Your hand is up: you are next', 'Your hand is up: number {n}')
        : t('Raise your hand')}
    </Button>
  )
}
