import type { BoardObject } from '../../../shared/board/object.ts'
import { canTurn, turn } from '../../../shared/objects/turn.ts'
import { isHeldType, titleOf } from '../../model/kinds.ts'
import { placeExactly, resizable } from '../../actions/size.ts'
import { t } from '../../words/t.ts'
import { useBoardList, useCanChange, useWorkspace } from '../board/context.ts'
import { framesOf, moveTo } from '../outline/edit.ts'
import { Field, inputLook } from '../ui/field.tsx'
import { FieldControl } from './field-control.tsx'
import styles from './inspector.module.css'
import { NumberField } from './number-field.tsx'

/** Where an object stands and how large it is, as numbers: what dragging does, without a pointer. */
export function SizeAndPlace({ object }: { object: BoardObject }) {
  const workspace = useWorkspace()
  const canChange = useCanChange(object)
  const frames = useBoardList((board) => framesOf(board.ofType('frame')))
  if (!canChange) return null
  const { at, size } = object
  const how = resizable(object)
  return (
    <details className={styles.fold}>
      <summary>{t('Size and place')}</summary>
      <div className={styles.numbers}>
        <NumberField
          label={t('From the left')}
          value={at[0]}
          onDone={(x) => placeExactly(workspace, object, [x, at[1]], size)}
        />
        <NumberField
          label={t('From the top')}
          value={at[1]}
          onDone={(y) => placeExactly(workspace, object, [at[0], y], size)}
        />
        {how !== 'none' && (
          <NumberField
            label={t('Width')}
            value={size[0]}
            onDone={(width) => placeExactly(workspace, object, at, [width, size[1]])}
          />
        )}
        {how === 'both' && (
          <NumberField
            label={t('Height')}
            value={size[1]}
            onDone={(height) => placeExactly(workspace, object, at, [size[0], height])}
          />
        )}
        {canTurn(object.type) && <FieldControl object={object} path={['turn']} field={turn} />}
        {frames.length > 0 && isHeldType(object.type) && (
          <Field label={t('In frame')}>
            {(control) => (
              <select
                {...control}
                className={inputLook}
                value={frames.some(({ id }) => id === object.frame) ? object.frame : ''}
                onChange={(event) => moveTo(workspace, [object], event.target.value || undefined)}
              >
                <option value="">{t('None')}</option>
                {frames.map((frame) => (
                  <option key={frame.id} value={frame.id}>
                    {titleOf(frame, workspace.board) || t('Unnamed frame')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
    </details>
  )
}
