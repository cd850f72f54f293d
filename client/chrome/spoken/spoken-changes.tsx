import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useLive, useWorkspace } from '../board/context.ts'
import { saysChanges } from './choice.ts'
import { Gathered } from './gathered.ts'
import { sentence } from './say.ts'
import { watchOthers } from './watch-others.ts'

/** How many sentences one message has at most: who listens has work of their own. */
const MOST = 3

/** Tells a screen reader what others change, gathered and politely, while the person wishes to hear it. */
export function SpokenChanges() {
  const workspace = useWorkspace()
  const on = useStore(saysChanges, (state) => state.on)
  const connected = useLive((live) => live.link === 'open')
  const [said, setSaid] = useState<readonly string[]>([])
  useEffect(() => {
    if (!on || !connected) return undefined
    const gathered = new Gathered()
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (): void => {
      clearTimeout(timer)
      const due = gathered.due(performance.now())
      if (due !== undefined) timer = setTimeout(tell, due)
    }
    const tell = (): void => {
      const sentences = gathered
        .tell(performance.now())
        .flatMap((saying) => sentence(saying, workspace.board) ?? [])
      if (sentences.length > 0) setSaid(sentences.slice(0, MOST))
      wait()
    }
    const stop = watchOthers(workspace, (change) => {
      gathered.take(change, performance.now())
      wait()
    })
    return () => {
      stop()
      clearTimeout(timer)
      setSaid([])
    }
  }, [workspace, on, connected])
  return (
    <div role="log" aria-live="polite" aria-atomic className="visually-hidden" data-spoken>
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
