import { ListChecks, Redo2, Undo2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { actionOf } from '../../actions/list.ts'
import { t } from '../../words/t.ts'
import { useBoard, useCanEdit, useWorkspace } from '../board/context.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field, inputLook } from '../ui/field.tsx'
import { AddMenu } from './add-menu.tsx'
import { HandsProvider, type OutlineHands } from './context.ts'
import styles from './outline.module.css'
import { kindOf, tabled, type Part } from './parts.ts'
import { PickedBar } from './picked-bar.tsx'
import { Register } from './register.tsx'
import { AllTalk } from './talk.tsx'
import { ByFrame, ByKind } from './tree.tsx'
import { usePicking } from './use-picking.ts'

/** The hands that the outline's parts share, and what was announced last. */
function useOutlineHands(picking: boolean): { hands: OutlineHands; said: string } {
  const [said, setSaid] = useState('')
  const wish = useRef<{ id: string; where: 'name' | 'field' } | null>(null)
  const hands = useMemo<OutlineHands>(
    () => ({
      picking,
      announce: setSaid,
      goTo: (id, where) => {
        wish.current = { id, where }
      },
      takeWish: (id) => {
        if (wish.current?.id !== id) return undefined
        const { where } = wish.current
        wish.current = null
        return where
      },
    }),
    [picking],
  )
  return { hands, said }
}

function PartPicker({ part, onChange }: { part: Part; onChange(part: Part): void }) {
  const counts = useBoard((board) => {
    const types = [...board.objects()].map(({ type }) => type)
    return tabled.map(({ type }) => types.filter((one) => one === type).length).join()
  }).split(',')
  return (
    <div className={styles.picker}>
      <Field label={t('Show')}>
        {(control) => (
          <select
            {...control}
            className={inputLook}
            value={part}
            onChange={(event) => onChange(event.target.value)}
          >
            <optgroup label={t('Everything')}>
              <option value="frames">{t('By frame')}</option>
              <option value="kinds">{t('By kind')}</option>
              <option value="comments">{t('Comments')}</option>
            </optgroup>
            <optgroup label={t('Tables')}>
              {tabled.map(({ type, name }, i) => (
                <option key={type} value={type}>
                  {`${t(name.many)} (${counts[i]})`}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
    </div>
  )
}

/** The whole board without the canvas: lists and tables in which everything can be read, changed, added and moved. */
export function Outline() {
  const workspace = useWorkspace()
  const canEdit = useCanEdit()
  const [part, setPart] = useState<Part>('frames')
  const { picking, start, stop, toggle, bar, onKeyDown } = usePicking()
  const { hands, said } = useOutlineHands(picking)
  const definition = kindOf(part)
  return (
    <HandsProvider value={hands}>
      <main className={styles.outline} aria-label={t('Outline')} onKeyDown={onKeyDown}>
        <div className={styles.page}>
          <header className={styles.top}>
            <h2 tabIndex={-1} id="outline">
              {t('Outline')}
            </h2>
            <PartPicker part={part} onChange={setPart} />
            <AddMenu label={t('Add…')} />
            <Button
              ref={toggle}
              icon={ListChecks}
              aria-pressed={picking}
              onClick={picking ? stop : start}
            >
              {t('Pick several')}
            </Button>
            {canEdit && (
              <div className={styles.steps}>
                <IconButton
                  icon={Undo2}
                  label={t('Undo')}
                  onClick={() => actionOf('undo')?.run(workspace)}
                />
                <IconButton
                  icon={Redo2}
                  label={t('Redo')}
                  onClick={() => actionOf('redo')?.run(workspace)}
                />
              </div>
            )}
          </header>
          {picking && <PickedBar ref={bar} onDone={stop} />}
          {definition ? (
            <Register key={definition.type} definition={definition} />
          ) : part === 'kinds' ? (
            <ByKind />
          ) : part === 'comments' ? (
            <AllTalk />
          ) : (
            <ByFrame />
          )}
        </div>
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </main>
    </HandsProvider>
  )
}
