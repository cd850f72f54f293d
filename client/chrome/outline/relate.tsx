import { Link2 } from 'lucide-react'
import { useState } from 'react'
import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import { definitions } from '../../../shared/objects/index.ts'
import type { BoardModel } from '../../model/board.ts'
import { canEnd, nameOf } from '../../model/kinds.ts'
import { link } from '../../tools/linking.ts'
import { t } from '../../words/t.ts'
import { useBoardList, useCanEdit, useWorkspace } from '../board/context.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { WrappingSelect } from '../ui/wrapping-select.tsx'
import { useHands } from './context.ts'
import styles from './outline.module.css'

const links = definitions.filter(({ place }) => place === 'link')

// A list shows names in full; only what is a text rather than a name is cut.
const MOST = 240

function EndPicker({
  label,
  definition,
  end,
  other,
  value,
  onChange,
}: {
  label: string
  definition: ObjectDefinition
  end: 'from' | 'to'
  /** what stands at the other end and can't stand here too */
  other: string
  value: string
  onChange(id: string): void
}) {
  const { board } = useWorkspace()
  const candidates = useBoardList((model) =>
    [...model.objects()].filter((object) => canEnd(definition, end, object)),
  )
  const named = candidates
    .filter(({ id }) => id !== other)
    .map((object) => ({ id: object.id, name: nameOf(object, board, MOST) }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <Field label={label}>
      {(control) => (
        <WrappingSelect
          {...control}
          shown={named.find(({ id }) => id === value)?.name ?? t('Choose…')}
          value={value}
          required
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('Choose…')}</option>
          {named.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </WrappingSelect>
      )}
    </Field>
  )
}

/** Whether a link of this kind can start at the object with this id. */
const fits = (definition: ObjectDefinition, id: string, board: BoardModel): boolean => {
  const object = board.object(id)
  return object !== undefined && canEnd(definition, 'from', object)
}

/** Ties two objects without drawing: of one kind, or of any kind that there is, `kind` first; `from` is chosen already; `onDone` is told when the tie is there. */
export function Relate({
  only,
  kind = links[0]?.type ?? '',
  from = '',
  onDone,
}: {
  only?: ObjectDefinition
  kind?: string
  from?: string
  onDone?(): void
}) {
  const workspace = useWorkspace()
  const canEdit = useCanEdit()
  const { announce, goTo } = useHands()
  const [type, setType] = useState(kind)
  const [ends, setEnds] = useState({ from, to: '' })
  const definition = only ?? links.find((one) => one.type === type)
  if (!canEdit || !definition) return null
  const { board, ui } = workspace
  const offered = from === '' ? links : links.filter((one) => fits(one, from, board))
  const choose = (end: 'from' | 'to') => (id: string) => setEnds({ ...ends, [end]: id })
  return (
    <form
      className={styles.relate}
      onSubmit={(event) => {
        event.preventDefault()
        link(workspace, definition, ends.from, ends.to)
        const [made] = ui.getState().selection
        const object = board.object(made ?? '')
        if (!object) return
        goTo(object.id, 'name')
        announce(t('{name} is on the board', { name: nameOf(object, board) }))
        setEnds({ from: '', to: '' })
        onDone?.()
      }}
    >
      {!only && (
        <Field label={t('Kind of tie')}>
          {(control) => (
            <WrappingSelect
              {...control}
              shown={t(definition.name.one)}
              value={type}
              onChange={(event) => {
                setType(event.target.value)
                setEnds({ from, to: '' })
              }}
            >
              {offered.map((one) => (
                <option key={one.type} value={one.type}>
                  {t(one.name.one)}
                </option>
              ))}
            </WrappingSelect>
          )}
        </Field>
      )}
      <EndPicker
        label={t('From')}
        definition={definition}
        end="from"
        other={ends.to}
        value={ends.from}
        onChange={choose('from')}
      />
      <EndPicker
        label={t('To')}
        definition={definition}
        end="to"
        other={ends.from}
        value={ends.to}
        onChange={choose('to')}
      />
      <Button type="submit" icon={Link2}>
        {t('Tie these two')}
      </Button>
    </form>
  )
}
