import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { boardKeys } from '../../../shared/board/layout.ts'
import { byPaint } from '../../../shared/draw/scene.ts'
import { limits } from '../../../shared/limits.ts'
import { MOST_OBJECTS, templateOf } from '../../../shared/templates/template-file.ts'
import { t, tn } from '../../words/t.ts'
import { download } from '../board/save-copy.ts'
import { useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, inputLook } from '../ui/field.tsx'
import { say } from '../ui/toasts.tsx'
import styles from './templates.module.css'

/** Saves the board as a template for others: its frames, prompts and stages, and what else is chosen. */
export function SaveTemplate({ onClose }: { onClose(): void }) {
  const { board } = useWorkspace()
  const [name, setName] = useState(() => board.fact(boardKeys.title))
  const [organisations, setOrganisations] = useState(false)
  const [notes, setNotes] = useState(false)
  const all = [...board.objects()].sort(byPaint)
  const template = templateOf(all, name, { organisations, notes })
  const count = template.objects.length

  const save = (): void => {
    const text = JSON.stringify(template, null, 2)
    download(new Blob([text], { type: 'application/json' }), name, 'rapport-template.json')
    say({ text: t('The template is among your downloads.') })
    onClose()
  }
  return (
    <Dialog title={t('Save as a template')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p>
          {t(
            'A file with the frames, prompts and stages of this board. Whoever has it can start a board from it, on any server. It holds nobody’s name, answers or trust.',
          )}
        </p>
        <Field label={t('What is the template called?')}>
          {(control) => (
            <input
              {...control}
              className={inputLook}
              required
              maxLength={limits.title}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Take
          label={t('With the organisations')}
          help={t('Their names, sectors and colours, and which of them have a relationship')}
          value={organisations}
          onChange={setOrganisations}
        />
        <Take
          label={t('With notes, text and shapes')}
          help={t('Read them first: people may have written names')}
          value={notes}
          onChange={setNotes}
        />
        <div className={styles.actions}>
          <p role="status" className={styles.count}>
            {count === 0
              ? t('There is nothing to save: draw frames, or choose what to take along.')
              : count >= MOST_OBJECTS
                ? t('A template holds at most {n} objects: the rest is left out.', {
                    n: MOST_OBJECTS,
                  })
                : tn(count, 'One object', '{n} objects')}
          </p>
          <Button type="submit" look="primary" icon={FileDown} disabled={count === 0}>
            {t('Save the file')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Take({
  label,
  help,
  value,
  onChange,
}: {
  label: string
  help: string
  value: boolean
  onChange(value: boolean): void
}) {
  return (
    <label className={styles.take}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        <small>{help}</small>
      </span>
    </label>
  )
}
