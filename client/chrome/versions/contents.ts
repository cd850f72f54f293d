import { useEffect, useRef, useState } from 'react'
import * as Y from 'yjs'
import { contentOf, type BoardContent } from '../../../shared/compare/content.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { readVersion, type Place } from '../../session/versions-api.ts'
import { useWorkspace } from '../board/context.ts'
import { failureText } from '../failures.ts'
import { usePlace } from './use-versions.ts'

/** A time at which the board can be looked at; a day knows readings alone. */
export type Moment =
  | { kind: 'now' }
  | { kind: 'version'; id: string }
  | { kind: 'day'; day: string }

/** What the board said at a moment; undefined while it is being fetched. */
export type Looked = Result<BoardContent, string> | undefined

/** How long the board must be still before it is read again, ms. */
const STILL = 400

async function fetchContent(place: Place, version: string): Promise<Result<BoardContent, string>> {
  const answer = await readVersion(place, version)
  if (!answer.ok) return fail(failureText(answer.error))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, answer.value)
  const content = contentOf(doc)
  doc.destroy()
  return ok(content)
}

/** Goes up when the document has changed and is still again. */
function useStill(doc: Y.Doc): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setCount((n) => n + 1), STILL)
    }
    doc.on('update', wait)
    return () => {
      clearTimeout(timer)
      doc.off('update', wait)
    }
  }, [doc])
  return count
}

/** What the board said at each of two moments. */
export function useContents(moments: readonly [Moment, Moment]): readonly [Looked, Looked] {
  const place = usePlace()
  const { doc } = useWorkspace()
  const still = useStill(doc)
  // A version never changes: what was fetched once stays good.
  const fetched = useRef(new Map<string, Promise<Result<BoardContent, string>>>())
  const [looked, setLooked] = useState<readonly [Looked, Looked]>([undefined, undefined])
  const key = JSON.stringify(moments)
  useEffect(() => {
    let left = false
    const look = (moment: Moment): Promise<Result<BoardContent, string>> => {
      if (moment.kind === 'now') return Promise.resolve(ok(contentOf(doc)))
      if (moment.kind === 'day') return Promise.resolve(ok(contentOf(doc, moment.day)))
      const known = fetched.current.get(moment.id)
      if (known) return known
      const asked = fetchContent(place, moment.id).then((found) => {
        if (!found.ok) fetched.current.delete(moment.id)
        return found
      })
      fetched.current.set(moment.id, asked)
      return asked
    }
    const [then, now] = JSON.parse(key) as [Moment, Moment]
    void Promise.all([look(then), look(now)]).then((found) => {
      if (!left) setLooked(found)
    })
    return () => {
      left = true
    }
  }, [key, still, doc, place])
  return looked
}
