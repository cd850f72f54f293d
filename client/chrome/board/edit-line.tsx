import { useState } from 'react'

/** A line of text that turns into a field when it is pressed; Enter and leaving keep it, Escape doesn't. */
export function EditLine({
  label,
  value,
  shown,
  maxLength,
  required = false,
  className,
  onKeep,
}: {
  /** names the button and the field */
  label: string
  value: string
  /** what stands there while nothing is edited */
  shown: string
  maxLength: number
  required?: boolean
  className: string | undefined
  onKeep(value: string): void
}) {
  const [draft, setDraft] = useState<string>()
  if (draft === undefined) {
    return (
      <button
        type="button"
        className={className}
        aria-label={`${label}: ${shown}`}
        data-tip={label}
        onClick={() => setDraft(value)}
      >
        {shown}
      </button>
    )
  }
  const keep = (): void => {
    const text = draft.trim()
    setDraft(undefined)
    if (text !== value && (text !== '' || !required)) onKeep(text)
  }
  return (
    <input
      className={className}
      aria-label={label}
      value={draft}
      maxLength={maxLength}
      ref={(input) => {
        if (input && document.activeElement !== input) {
          input.focus()
          input.select()
        }
      }}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setDraft(undefined)
      }}
    />
  )
}
