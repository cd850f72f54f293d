import { limits } from '../../../shared/limits.ts'
import { t } from '../../words/t.ts'
import { Field, inputLook } from '../ui/field.tsx'

interface PersonFieldProps {
  value: string
  onChange(value: string): void
  error?: string | undefined
}

/** Asks for the participant's own name. */
export function NameField({ value, onChange, error, help }: PersonFieldProps & { help?: string }) {
  return (
    <Field label={t('Your name')} error={error} {...(help !== undefined && { help })}>
      {(control) => (
        <input
          {...control}
          className={inputLook}
          required
          maxLength={limits.name}
          autoComplete="name"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Asks for the name of the organisation that the participant speaks for. */
export function OrganisationField({ value, onChange, error }: PersonFieldProps) {
  return (
    <Field label={t('Your organisation')} error={error}>
      {(control) => (
        <input
          {...control}
          className={inputLook}
          required
          maxLength={limits.organisationName}
          autoComplete="organization"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
