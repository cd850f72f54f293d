import { useState } from 'react'
import { limits } from '../../../shared/limits.ts'
import { areaLook, type ControlProps } from '../ui/field.tsx'
import { changeLines } from './line-changes.ts'

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
  return (
    <textarea
      {...control}
      className={areaLook}
      rows={2}
      value={shown}
      onChange={(event) => {
        const text = event.target.value
        setDraft(text)
        onChange(changeLines(linesOf(written), linesOf(shown), linesOf(text)))
      }}
      onBlur={() => setDraft(undefined)}
    />
  )
}
