import { useEffect, useEffectEvent, useState } from 'react'
import type { ControlProps } from '../ui/field.tsx'
import { areaLook, inputLook } from '../ui/field.tsx'

/** Who types rests for so long before it is kept, ms. */
const REST_MS = 1_000

/** A text that is kept whenever its writer rests, and when its field is left or goes; what others write meanwhile shows unless this person is typing. */
export function KeptText({
  control,
  value,
  onKeep,
  readOnly,
  maxLength,
  rows,
  type = 'text',
}: {
  control: ControlProps
  value: string
  onKeep(value: string): void
  readOnly: boolean
  maxLength: number
  /** several lines, at least so many; absent: one line */
  rows?: number
  type?: 'text' | 'date'
}) {
  const [draft, setDraft] = useState<string>()
  const keep = useEffectEvent((): void => {
    if (draft !== undefined && draft !== value && !readOnly) onKeep(draft)
  })
  useEffect(() => {
    if (draft === undefined) return undefined
    const timer = setTimeout(() => keep(), REST_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => () => keep(), [])
  const shared = {
    ...control,
    value: draft ?? value,
    readOnly,
    maxLength,
    onBlur: () => {
      if (draft !== undefined && draft !== value && !readOnly) onKeep(draft)
      setDraft(undefined)
    },
  }
  return rows === undefined ? (
    <input
      {...shared}
      type={type}
      className={inputLook}
      onChange={(event) => setDraft(event.target.value)}
    />
  ) : (
    <textarea
      {...shared}
      rows={rows}
      className={areaLook}
      onChange={(event) => setDraft(event.target.value)}
    />
  )
}
