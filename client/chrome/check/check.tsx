import { Check, Copy, Minus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { copyText } from '../../model/copy-text.ts'
import { t } from '../../words/t.ts'
import { Page } from '../pages/page.tsx'
import { Button } from '../ui/button.tsx'
import { areaLook } from '../ui/field.tsx'
import styles from './check.module.css'
import { runChecks, type Finding, type Outcome } from './run-checks.ts'

const icons = { good: Check, fair: Minus, bad: X }

const words = (): Record<Outcome, string> => ({
  good: t('Works'),
  fair: t('Works with limits'),
  bad: t('Does not work'),
})

function verdict(findings: readonly Finding[]): string {
  if (findings.some(({ outcome }) => outcome === 'bad')) {
    return t('This browser and network can’t join a workshop yet.')
  }
  return findings.some(({ outcome }) => outcome === 'fair')
    ? t('This browser and network can join a workshop, with limits.')
    : t('This browser and network can join a workshop.')
}

/** The whole result as text that says enough to somebody who has never seen Rapport. */
function report(findings: readonly Finding[]): string {
  const lines = findings.map(({ what, outcome, said }) => `${what}: ${words()[outcome]}. ${said}`)
  return [
    t('Rapport self-test, {address}', { address: location.href }),
    new Date().toISOString(),
    navigator.userAgent,
    verdict(findings),
    ...lines,
  ].join('\n')
}

/** Tells in plain words whether this browser and network can join a workshop, and what to ask IT for. */
export function CheckPage() {
  const [findings, setFindings] = useState<readonly Finding[]>()
  const [copied, setCopied] = useState<'copied' | 'by hand'>()
  const [round, setRound] = useState(0)
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    let left = false
    void runChecks().then((found) => {
      if (!left) setFindings(found)
    })
    return () => {
      left = true
    }
  }, [round])
  const copy = (): void => {
    const all = report(findings ?? [])
    const byHand = (): void => {
      setCopied('by hand')
      requestAnimationFrame(() => text.current?.select())
    }
    void copyText(all).then((done) => (done ? setCopied('copied') : byHand()))
  }
  return (
    <Page title={t('Self-test')}>
      <div className={styles.sheet}>
        <h1>{t('Can I join from here?')}</h1>
        <p role="status" className={styles.verdict}>
          {findings ? verdict(findings) : t('Trying the connection…')}
        </p>
        {findings && (
          <>
            <ul className={styles.findings}>
              {findings.map(({ what, outcome, said }) => {
                const Icon = icons[outcome]
                return (
                  <li key={what} data-outcome={outcome}>
                    <Icon size={20} strokeWidth={2} aria-hidden />
                    <div>
                      <h2>
                        {what}: <span>{words()[outcome]}</span>
                      </h2>
                      <p>{said}</p>
                    </div>
                  </li>
                )
              })}
            </ul>
            <div className={styles.actions}>
              <Button look="primary" icon={Copy} onClick={copy}>
                {t('Copy the result for IT')}
              </Button>
              <Button
                onClick={() => {
                  setFindings(undefined)
                  setCopied(undefined)
                  setRound(round + 1)
                }}
              >
                {t('Try again')}
              </Button>
            </div>
            <p role="status">{copied === 'copied' ? t('Copied.') : ''}</p>
            {copied === 'by hand' && (
              <textarea
                ref={text}
                className={areaLook}
                aria-label={t('The result, to copy by hand')}
                readOnly
                rows={10}
                value={report(findings)}
              />
            )}
          </>
        )}
      </div>
    </Page>
  )
}
