import { t } from '../../words/t.ts'
import { cx } from '../ui/cx.ts'
import { Field, inputLook } from '../ui/field.tsx'
import styles from './page.module.css'

/** Longest thing that can still be a code: eight characters, with spaces and hyphens in between. */
const MOST = 16

/** Asks for a short code, however it is written. */
export function CodeField({ value, onChange }: { value: string; onChange(value: string): void }) {
  return (
    <Field label={t('The code')} help={t('Eight letters and digits, as on the big screen.')}>
      {(control) => (
        <input
          {...control}
          className={cx(inputLook, styles.code)}
          required
          maxLength={MOST}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={value}
          placeholder="CDFG-2345"
          onChange={(event) => onChange(event.target.value.toUpperCase())}
        />
      )}
    </Field>
  )
}
