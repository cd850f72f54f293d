import { useRef, type KeyboardEvent } from 'react'
import { COMMENT_LENGTH } from '../../../shared/board/comments.ts'
import { useUnsent } from '../board/use-unsent.ts'
import { Button } from '../ui/button.tsx'
import styles from './comments.module.css'

/** Where a comment is written: Ctrl or ⌘ and Enter send it, as the button does. */
export function Composer({
  slot,
  label,
  send,
  takesFocus = false,
  onSend,
}: {
  /** what is written, by which it is found again while it is not sent */
  slot: string
  label: string
  send: string
  /** whether it takes the keyboard when it appears */
  takesFocus?: boolean
  onSend(text: string): void
}) {
  const [text, setText] = useUnsent(slot)
  const field = useRef<HTMLTextAreaElement>(null)
  const submit = (): void => {
    const trimmed = text.trim()
    if (trimmed === '') return
    onSend(trimmed)
    setText('')
    field.current?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  }
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <textarea
        ref={(element) => {
          field.current = element
          if (takesFocus && element && element.dataset['focused'] === undefined) {
            element.dataset['focused'] = 'true'
            element.focus()
          }
        }}
        aria-label={label}
        placeholder={label}
        rows={2}
        maxLength={COMMENT_LENGTH}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      {text.trim() !== '' && (
        <Button type="submit" look="primary">
          {send}
        </Button>
      )}
    </form>
  )
}
