import { Check, ChevronDown, EyeOff } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { can } from '../../../shared/access.ts'
import { keepsByOrganisation } from '../../../shared/session/results.ts'
import { checkAnswer, readValue } from '../../../shared/session/round.ts'
import type { Round } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useLive, useMe, useUi } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useCommand } from '../facilitation/use-session.ts'
import { useKeepsKeyboard } from '../ui/keeps-keyboard.ts'
import { AnswerForm } from './answer-form.tsx'
import styles from './round-panel.module.css'
import shared from './rounds.module.css'
import { Scribe } from './scribe.tsx'
import { useDraft } from './use-draft.ts'
import { useProgress } from './use-progress.ts'

/** A question under way: where it is answered and, by a facilitator, closed, revealed or discarded; `page`: as a part of a page. */
export function RoundPanel({ round, page = false }: { round: Round; page?: boolean }) {
  const me = useMe()
  const [small, setSmall] = useState(false)
  const scribe = useDraft(round.id, 'scribe')
  const [scribing, setScribing] = useState(() => scribe.read() !== undefined)
  // Beside what is selected, not over it.
  const beside = useUi(({ insets }) => insets.right)
  const speaks = can(me.role, 'edit')
  if (small) {
    return (
      <button type="button" className={styles.pill} onClick={() => setSmall(false)}>
        {round.spec.question}
      </button>
    )
  }
  return (
    <section
      className={page ? styles.inPage : styles.panel}
      data-round={!page && true}
      style={page || beside === 0 ? undefined : { right: beside }}
      aria-label={t('Question to everyone')}
    >
      <header className={styles.head}>
        <h2>{round.spec.question}</h2>
        {!page && (
          <IconButton icon={ChevronDown} label={t('Make small')} onClick={() => setSmall(true)} />
        )}
      </header>
      <p className={styles.seal}>
        <EyeOff size={16} strokeWidth={1.75} aria-hidden />
        {round.spec.anonymous
          ? t('Sealed and anonymous: results show no names.')
          : t('Sealed: nobody sees an answer before all are revealed together.')}
      </p>
      {speaks && round.state === 'open' && !scribing && (
        <OwnAnswer key={`${round.id} ${me.organisation}`} round={round} />
      )}
      {round.state === 'closed' && (
        <p className={styles.closed}>
          {t('The question is closed. The answers are sealed until they are revealed.')}
        </p>
      )}
      <Progress round={round} />
      {me.role === 'facilitator' && (
        <Ending round={round} scribing={scribing} onScribe={setScribing} />
      )}
      <p className={shared.small}>
        {keepsByOrganisation(round.spec)
          ? t(
              'What your organisation answers is kept, with its notes, even when one person speaks for it. It may have to be disclosed under the Freedom of Information Act.',
            )
          : t(
              'Who answered what is erased when the results are shown. Figures, notes and words are kept, and may have to be disclosed under the Freedom of Information Act.',
            )}
      </p>
    </section>
  )
}

function Progress({ round }: { round: Round }) {
  const { answers, beside, own, most } = useProgress(round)
  return (
    <div className={styles.progress} role="status">
      <progress max={most} value={own} aria-hidden />
      {answers} {beside}
    </div>
  )
}

const isSame = (sent: unknown, draft: unknown): boolean =>
  sent !== undefined && JSON.stringify(sent) === JSON.stringify(draft)

function OwnAnswer({ round }: { round: Round }) {
  const me = useMe()
  const command = useCommand()
  const connected = useLive((live) => live.link === 'open')
  const { read, keep } = useDraft(round.id, 'own')
  const [draft, setDraft] = useState<unknown>(() => readValue(round.spec.kind, read()))
  const [sent, setSent] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const keeps = useKeepsKeyboard<HTMLDivElement>()
  const checked = checkAnswer(round, me.organisation, draft)
  const same = isSame(sent, draft)
  const look = useEffectEvent(async (): Promise<void> => {
    const reply = await command({ type: 'my-answer', round: round.id })
    if (!reply) return
    const { value } = reply.value as { value: unknown }
    const now = value ?? undefined
    setSent(now)
    // What is not given yet stays.
    setDraft((typed: unknown) => (typed === undefined || isSame(sent, typed) ? now : typed))
  })
  useEffect(() => {
    if (!connected) return undefined
    const onFocus = (): void => void look()
    onFocus()
    // Who comes back to this window may have answered in another one.
    addEventListener('focus', onFocus)
    return () => removeEventListener('focus', onFocus)
  }, [connected, round.id])
  useEffect(() => keep(same ? undefined : draft), [draft, keep, same])
  const submit = async (): Promise<void> => {
    setBusy(true)
    const done = await command({ type: 'answer', round: round.id, value: draft })
    setBusy(false)
    if (done) setSent(draft)
  }
  const withdraw = async (): Promise<void> => {
    setBusy(true)
    const done = await command({ type: 'withdraw', round: round.id })
    setBusy(false)
    if (!done) return
    setSent(undefined)
    setDraft(undefined)
  }
  return (
    <form
      className={shared.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (checked.ok) void submit()
      }}
    >
      <AnswerForm round={round} organisation={me.organisation} value={draft} onChange={setDraft} />
      {same && (
        <p className={styles.in}>
          <Check size={20} strokeWidth={2} aria-hidden />
          {t('Your answer is in. You can change it until the question is closed.')}
        </p>
      )}
      <div className={shared.actions} {...keeps}>
        {!same && (
          <Button type="submit" look="primary" disabled={!checked.ok || busy || !connected}>
            {sent === undefined ? t('Give your answer') : t('Change your answer')}
          </Button>
        )}
        {sent !== undefined && (
          <Button look="quiet" disabled={busy} onClick={() => void withdraw()}>
            {t('Take it back')}
          </Button>
        )}
      </div>
      <span role="status" className="visually-hidden">
        {same ? t('Your answer is in. You can change it until the question is closed.') : ''}
      </span>
    </form>
  )
}

function Ending({
  round,
  scribing,
  onScribe,
}: {
  round: Round
  scribing: boolean
  onScribe(scribing: boolean): void
}) {
  const command = useCommand()
  const [sure, setSure] = useState(false)
  const isOpen = round.state === 'open'
  const { all } = useProgress(round)
  const { anonymous, minimum } = round.spec
  const keeps = useKeepsKeyboard<HTMLDivElement>()
  const discard = async (): Promise<void> => {
    if (await command({ type: 'discard-round', round: round.id })) focusMap()
  }
  if (sure) {
    return (
      <div className={shared.actions} {...keeps}>
        <p>{t('Erase every answer to this question?')}</p>
        <Button look="danger" onClick={() => void discard()}>
          {t('Discard the question')}
        </Button>
        <Button look="quiet" onClick={() => setSure(false)}>
          {t('Keep it')}
        </Button>
      </div>
    )
  }
  return (
    <>
      {scribing && isOpen && <Scribe round={round} onClose={() => onScribe(false)} />}
      {anonymous && all < minimum && (
        <p className={styles.few}>
          {isOpen
            ? t('It takes at least {n} answers to show anything without giving somebody away.', {
                n: minimum,
              })
            : t(
                'It takes at least {n} answers to show anything: revealing now shows nothing, and erases them.',
                { n: minimum },
              )}
        </p>
      )}
      <div className={shared.actions} {...keeps}>
        {isOpen ? (
          <Button onClick={() => void command({ type: 'close-round', round: round.id })}>
            {t('Close the question')}
          </Button>
        ) : (
          <Button
            look="primary"
            // The second press of a double click, or a key that is held, was meant for the button that stood here before.
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            onClick={({ detail }) => {
              if (detail < 2) void command({ type: 'reveal-round', round: round.id })
            }}
          >
            {t('Reveal')}
          </Button>
        )}
        {!isOpen && (
          <Button
            look="quiet"
            onClick={() => void command({ type: 'reopen-round', round: round.id })}
          >
            {t('Open again')}
          </Button>
        )}
        {isOpen && !scribing && (
          <Button look="quiet" onClick={() => onScribe(true)}>
            {t('Answer for somebody')}
          </Button>
        )}
        <Button look="quiet" onClick={() => setSure(true)}>
          {t('Discard…')}
        </Button>
      </div>
    </>
  )
}
