import { useRef, useState } from 'react'

/** A line of text that turns into a field when it is pressed; Enter and leaving keep it, Escape doesn't. What couldn't be kept is there again at the next press. */
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
  /** may tell whether it was kept once that is known */
  onKeep(value: string): Promise<boolean> | undefined
}) {
  const [draft, setDraft] = useState<string>()
  const [left, setLeft] = useState<string>()
  const comesBack = useRef(false)
  if (draft === undefined) {
    return (
      <button
        type="button"
        className={className}
        aria-label={`${label}: ${shown}`}
        data-tip={label}
        ref={(button) => {
          if (!button || !comesBack.current) return
          comesBack.current = false
          button.focus()
        }}
        onClick={() => setDraft(left ?? value)}
      >
        {shown}
      </button>
    )
  }
  const keep = (): void => {
    const text = draft.trim()
    setDraft(undefined)
    setLeft(undefined)
    if (text === value || (text === '' && required)) return
    void onKeep(text)?.then((isKept) => {
      if (!isKept) setLeft(text)
    })
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
        if (event.nativeEvent.isComposing) return
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // The button has the keyboard before the browser is done with the key.
        event.preventDefault()
        comesBack.current = true
        if (event.key === 'Enter') keep()
        else setDraft(undefined)
      }}
    />
  )
}
