import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { limits } from '../../../shared/limits.ts'
import { areaLook, type ControlProps } from '../ui/field.tsx'
import { changeLines, withOwn } from './line-changes.ts'

/** For so long after a key an edit of somebody's that lacks what was typed was made at the same moment, ms; later it is meant. */
const SAME_MOMENT_MS = 3_000

/** As many states of a draft as are remembered. */
const MOST_VERSIONS = 50

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, limits.line))
    .filter(Boolean)

/** Several lines, each an item; the draft is one's own while one types, and what changes in it is written line by line, beside what others write. */
export function ListControl({
  control,
  items,
  onChange,
}: {
  control: ControlProps
  items: readonly string[]
  onChange(items: string[] | undefined): void
}) {
  const [draft, setDraft] = useState<string>()
  const written = items.join('\n')
  const shown = draft ?? written
  const typed = useRef<{ versions: string[][]; at: number }>({ versions: [], at: 0 })
  const keepOwn = useEffectEvent(() => {
    const { versions, at } = typed.current
    if (draft === undefined || Date.now() - at > SAME_MOMENT_MS) return
    const lines = withOwn(linesOf(written), versions)
    if (lines) onChange(lines)
  })
  useEffect(() => keepOwn(), [written])
  return (
    <textarea
      {...control}
      className={areaLook}
      rows={2}
      value={shown}
      onChange={(event) => {
        const text = event.target.value
        const [before, after] = [linesOf(shown), linesOf(text)]
        const [found = before, ...later] = draft === undefined ? [] : typed.current.versions
        const versions = [found, ...later.slice(-MOST_VERSIONS), after]
        typed.current = { versions, at: Date.now() }
        setDraft(text)
        onChange(changeLines(linesOf(written), before, after))
      }}
      onBlur={() => setDraft(undefined)}
    />
  )
}
