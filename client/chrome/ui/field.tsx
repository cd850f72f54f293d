import { useId, type ReactNode } from 'react'
import styles from './field.module.css'

/** What a control inside a field carries so that label, help and error belong to it. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
  /** for a control whose label isn't beside it */
  'aria-label'?: string
}

/** A label above one control, a line of help where the label is not enough, and what is wrong with it. */
export function Field({
  label,
  help,
  error,
  optional,
  children,
}: {
  label: string
  help?: string | undefined
  error?: string | undefined
  /** the word that says the field may stay empty */
  optional?: string
  children(control: ControlProps): ReactNode
}) {
  const id = useId()
  const about = error || help ? `${id}-about` : undefined
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>{optional}</span>}
      </label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': error ? true : undefined })}
      {about && (
        <p id={about} className={error ? styles.error : styles.help}>
          {error ?? help}
        </p>
      )}
    </div>
  )
}

/** A group of controls under one name. */
export function Group({
  label,
  help,
  error,
  children,
}: {
  label: string
  help?: string | undefined
  error?: string | undefined
  children: ReactNode
}) {
  const id = useId()
  const about = error || help ? id : undefined
  return (
    <fieldset className={styles.field} aria-describedby={about}>
      <legend className={styles.label}>{label}</legend>
      {about && (
        <p id={about} className={error ? styles.error : styles.help}>
          {error ?? help}
        </p>
      )}
      {children}
    </fieldset>
  )
}

/** The look of a one-line text control. */
export const inputLook = styles.input
/** The look of a text control of several lines. */
export const areaLook = styles.area
