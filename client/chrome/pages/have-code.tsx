import { useState } from 'react'
import { readCode } from '../../../shared/session/short-code.ts'
import { addressOf } from '../../session/base.ts'
import { t } from '../../words/t.ts'
import { go } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { CodeField } from './code-field.tsx'
import styles from './start.module.css'

/** The short way onto a board for who sees its code on the big screen. */
export function HaveCode() {
  const [typed, setTyped] = useState('')
  const code = readCode(typed)
  return (
    <form
      className={styles.haveCode}
      aria-label={t('Have a code?')}
      onSubmit={(event) => {
        event.preventDefault()
        if (code) go(`${addressOf('join').pathname}#${code}`)
      }}
    >
      <h2>{t('Have a code?')}</h2>
      <div>
        <CodeField value={typed} onChange={setTyped} />
        <Button type="submit" disabled={!code}>
          {t('Join')}
        </Button>
      </div>
    </form>
  )
}
