import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { rootsOf } from '../../../shared/board/layout.ts'
import { angleOf } from '../../../shared/objects/turn.ts'
import { t, tn } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'

/** A turn is told when no other has followed for this long (ms): a key that is held turns on and on. */
const QUIET_MS = 500

/** Tells a screen reader the angle at which what this person turns has come to rest. */
export function SpokenTurns() {
  const { doc, board } = useWorkspace()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const { objects } = rootsOf(doc)
    const ids = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      const angles = new Set([...ids].flatMap((id) => board.object(id) ?? []).map(angleOf))
      const [angle] = angles
      setSaid(
        angle !== undefined && angles.size === 1
          ? t('Turned to {angle}°', { angle })
          : tn(ids.size, '1 object turned', '{n} objects turned'),
      )
      ids.clear()
    }
    const onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
      if (!local) return
      const turned = events.filter(({ path, keys }) => path.length === 1 && keys.has('turn'))
      if (turned.length === 0) return
      for (const { path } of turned) ids.add(String(path[0]))
      // The same angle twice is two sayings.
      setSaid('')
      clearTimeout(timer)
      timer = setTimeout(tell, QUIET_MS)
    }
    objects.observeDeep(onEvents)
    return () => {
      objects.unobserveDeep(onEvents)
      clearTimeout(timer)
    }
  }, [doc, board])
  return (
    <div role="status" className="visually-hidden">
      {said}
    </div>
  )
}
