import { Eye } from 'lucide-react'
import { t } from '../../words/t.ts'
import { useLive } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { Button } from '../ui/button.tsx'
import styles from './pills.module.css'
import { follow, useFollowed } from './follow.ts'

/** Says whom this window follows, and stops it. */
export function FollowPill() {
  const followed = useFollowed()
  const name = useLive(
    (live) => live.session?.participants.find(({ id, online }) => online && id === followed)?.name,
  )
  if (followed === null) return null
  return (
    <div className={styles.following} data-pill role="status">
      <Eye size={18} strokeWidth={1.75} aria-hidden />
      <span>
        {name === undefined
          ? t('Whom you follow is not here at the moment')
          : t('You see what {name} sees', { name })}
      </span>
      <Button
        look="quiet"
        onClick={() => {
          follow(null)
          focusMap()
        }}
      >
        {t('Stop')}
      </Button>
    </div>
  )
}
