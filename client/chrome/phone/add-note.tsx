import { StickyNote } from 'lucide-react'
import { useState } from 'react'
import { freePlace } from '../../../shared/arrange/free-place.ts'
import { addObjects } from '../../../shared/board/commands.ts'
import { note } from '../../../shared/objects/note.ts'
import type { Stage } from '../../../shared/session/stages.ts'
import { limits } from '../../../shared/limits.ts'
import { asOneStep } from '../../actions/edit.ts'
import { USER } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { useUnsent } from '../board/use-unsent.ts'
import { Button } from '../ui/button.tsx'
import { areaLook, Field } from '../ui/field.tsx'
import { placeNote } from './place-note.ts'
import styles from './phone.module.css'

/** Puts a note on the map, into the frame of the stage if there is one. */
export function AddNote({ stage }: { stage: Stage | undefined }) {
  const workspace = useWorkspace()
  const [text, setText] = useUnsent('note')
  const [said, setSaid] = useState('')
  const put = (): void => {
    const { board, doc } = workspace
    const objects = [...board.objects()]
    const home = stage && board.object(stage.id)
    const { at, frame } = home
      ? placeNote(objects, home, note.size)
      : freePlace(objects, note.type, note.size)
    const fields = { ...note.fresh?.(objects), text: text.trim() }
    const news = { type: note.type, at, fields, ...(frame !== undefined && { frame }) }
    asOneStep(workspace, () => addObjects(doc, [news], USER))
    setText('')
    setSaid(
      stage?.title
        ? t('Your note is on the map, in “{stage}”.', { stage: stage.title })
        : t('Your note is on the map.'),
    )
  }
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') put()
      }}
    >
      <Field label={t('Add a note')}>
        {(control) => (
          <textarea
            {...control}
            className={areaLook}
            rows={3}
            maxLength={limits.line}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setSaid('')
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" icon={StickyNote} disabled={text.trim() === ''}>
          {t('Put it on the map')}
        </Button>
        <span role="status" className={styles.small}>
          {said}
        </span>
      </div>
    </form>
  )
}
