import { useEffect, useState } from 'react'
import { Field, inputLook } from '../ui/field.tsx'

/** A whole number that is taken over when the person is done with it; nonsense goes back to what was there. */
export function NumberField({
  label,
  help,
  value,
  step = 10,
  onDone,
}: {
  label: string
  help?: string | undefined
  value: number
  /** by how much its arrows change it */
  step?: number
  onDone(value: number): void
}) {
  const [typed, setTyped] = useState(String(Math.round(value)))
  useEffect(() => setTyped(String(Math.round(value))), [value])
  const finish = (): void => {
    const number = Number(typed)
    if (typed.trim() === '' || !Number.isFinite(number)) setTyped(String(Math.round(value)))
    else if (number !== Math.round(value)) onDone(number)
  }
  return (
    <Field label={label} help={help}>
      {(control) => (
        <input
          {...control}
          className={inputLook}
          type="number"
          step={step}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish()
          }}
        />
      )}
    </Field>
  )
}
