import { useState } from 'react'
import { limits } from '../../../shared/limits.ts'
import { areaLook, type ControlProps } from '../ui/field.tsx'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, limits.line))
    .filter(Boolean)

/** Several lines, each an item; the draft is one's own while one types, and is written line by line. */
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
  return (
    <textarea
      {...control}
      className={areaLook}
      rows={2}
      value={draft ?? items.join('\n')}
      onChange={(event) => {
        setDraft(event.target.value)
        onChange(linesOf(event.target.value))
      }}
      onBlur={() => setDraft(undefined)}
    />
  )
}
