import { EyeOff } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { assumption } from '../../../shared/objects/assumption.ts'
import {
  ASSUMPTION_MAX,
  CARDS_TOGETHER,
  WaitingSchema,
  type PrivateCommandInput,
} from '../../../shared/session/private-commands.ts'
import { t, tn } from '../../words/t.ts'
import { useOpen, useWorkspace } from '../board/context.ts'
import { useCommand } from '../facilitation/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { areaLook, Field, Group } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import styles from './assume.module.css'

type About = Extract<PrivateCommandInput, { type: 'add-assumption' }>['about']

const options = assumption.fields.about.options

/** How many cards wait, as the server says; undefined until it has. */
function useWaiting(): [number | undefined, (answer: unknown) => void] {
  const { command } = useOpen()
  const [waiting, setWaiting] = useState<number>()
  const take = useCallback((answer: unknown): void => {
    const read = v.safeParse(WaitingSchema, answer)
    if (read.success) setWaiting(read.output.waiting)
  }, [])
  useEffect(() => {
    void command({ type: 'waiting-assumptions' }).then((answer) => {
      if (answer.ok) take(answer.value)
    })
  }, [command, take])
  return [waiting, take]
}

/** Where a person says what is assumed, without their name: the server writes the card, together with others. */
export function Assume({ onClose }: { onClose(): void }) {
  const { me } = useWorkspace()
  const give = useCommand()
  const [text, setText] = useState('')
  const [about, setAbout] = useState<About>('all')
  const [busy, setBusy] = useState(false)
  const [waiting, takeWaiting] = useWaiting()
  const [added, setAdded] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  const send = async (): Promise<void> => {
    setBusy(true)
    const done = await give({ type: 'add-assumption', text, about })
    setBusy(false)
    if (!done) return
    takeWaiting(done.value)
    setText('')
    setAdded(true)
    // Who has one thing to say has often another.
    field.current?.focus()
  }
  const post = async (): Promise<void> => {
    const done = await give({ type: 'post-assumptions' })
    if (!done) return
    takeWaiting(done.value)
    setAdded(true)
  }
  // A message beside the map would lie behind this dialog.
  const said = [
    added && waiting === 0 && t('The cards are on the board, in no order.'),
    added && waiting !== 0 && t('Kept.'),
    waiting && tn(waiting, '1 card waits for others', '{n} cards wait for others'),
  ]
  return (
    <Dialog title={t('Add an assumption without my name')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className={styles.aside}>
          <EyeOff size={18} strokeWidth={1.75} aria-hidden />
          <span>
            {t(
              'The server writes the card, not your browser, and keeps no note of whose it is. Cards go up {n} at a time, in no order. Whoever changes one later does that in their own name.',
              { n: CARDS_TOGETHER },
            )}
          </span>
        </p>
        <Field label={t('What is assumed')} help={t('As it is said when the others are not there')}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              className={areaLook}
              rows={3}
              maxLength={ASSUMPTION_MAX}
              value={text}
              onChange={(event) => {
                setText(event.target.value.replaceAll('\n', ' '))
                setAdded(false)
              }}
            />
          )}
        </Field>
        <Group label={t('About whom')}>
          <Segmented
            wrap
            options={options.map(({ value, label }) => ({ value, label: t(label) }))}
            value={about}
            onChange={setAbout}
          />
        </Group>
        <div className={styles.actions}>
          <p role="status" className={styles.waiting}>
            {said.filter(Boolean).join(' ')}
          </p>
          {me.role === 'facilitator' && waiting !== undefined && waiting > 0 && (
            <Button onClick={() => void post()}>{t('Put them up now')}</Button>
          )}
          <Button type="submit" look="primary" disabled={busy || text.trim() === ''}>
            {t('Add it')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
