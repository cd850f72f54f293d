import { EyeOff, Plus } from 'lucide-react'
import { Fragment, useId } from 'react'
import type { BoardObject } from '../../../shared/board/object.ts'
import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import type { Field } from '../../../shared/objects/fields.ts'
import { actionOf } from '../../actions/list.ts'
import { nameOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoard, useBoardList, useCanEdit, useWorkspace } from '../board/context.ts'
import { ObjectFields } from '../inspector/object-fields.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { useAdd } from './add-menu.tsx'
import { Cell } from './cell.tsx'
import { byOrder } from './edit.ts'
import { ItemMenu } from './item-menu.tsx'
import { NameButton } from './item.tsx'
import { useHands } from './context.ts'
import outline from './outline.module.css'
import styles from './register.module.css'
import { Relate } from './relate.tsx'
import { SideCell } from './sides-cell.tsx'
import { Talk } from './talk.tsx'
import { useExpanded } from './use-expanded.ts'

interface Column {
  key: string
  field: Field
}

/** The columns of a kind's table; a link is named by its ends, so they need none of their own. */
function columnsOf({ register = [], fields, place, title }: ObjectDefinition): Column[] {
  const without = place === 'link' ? ['from', 'to'] : [title]
  return register
    .filter((key) => !without.includes(key))
    .flatMap((key) => {
      const field = fields[key]
      return field && !field.hidden ? [{ key, field }] : []
    })
}

function Row({
  object,
  columns,
  list,
  span,
}: {
  object: BoardObject
  columns: readonly Column[]
  list: readonly BoardObject[]
  span: number
}) {
  const id = useId()
  const place = useExpanded(object.id)
  const { open, toggle, fields } = place
  const { goTo } = useHands()
  const name = useBoard((board) => nameOf(object, board))
  const rate = (): void => {
    goTo(object.id, 'field')
    if (!open) toggle()
  }
  return (
    <>
      <tr data-open={open}>
        <th scope="row">
          <NameButton object={object} place={place} controls={id} kind={false} />
        </th>
        {columns.map(({ key, field }) =>
          field.kind === 'ends' ? (
            <Fragment key={key}>
              {(['from', 'to'] as const).map((end) => (
                <td key={end}>
                  <SideCell object={object} end={end} field={field} onRate={rate} />
                </td>
              ))}
            </Fragment>
          ) : (
            <td key={key}>
              <Cell object={object} fieldKey={key} field={field} name={name} />
            </td>
          ),
        )}
        <td className={styles.menu}>
          <ItemMenu object={object} list={list} />
        </td>
      </tr>
      {open && (
        <tr className={styles.opened}>
          <td colSpan={span}>
            <div id={id} ref={fields} className={cx(outline.fields, styles.fields)}>
              <ObjectFields id={object.id} />
              <Talk object={object} />
            </div>
          </td>
        </tr>
      )}
    </>
  )
}

/** Everything of one kind as a table with its register's columns, editable in place. */
export function Register({ definition }: { definition: ObjectDefinition }) {
  const { type, name, fields, title, place } = definition
  const workspace = useWorkspace()
  const canEdit = useCanEdit()
  const addNew = useAdd()
  const objects = useBoardList((board) =>
    [...board.objects()].filter((object) => object.type === type).sort(byOrder),
  )
  const columns = columnsOf(definition)
  const span = columns.reduce((sum, { field }) => sum + (field.kind === 'ends' ? 2 : 1), 2)
  const heading = useId()
  return (
    <section className={outline.group} aria-labelledby={heading}>
      <header className={outline.head}>
        <h3 id={heading}>{t(name.many)}</h3>
        <span className={outline.count}>{objects.length}</span>
        {canEdit && type === 'assumption' && (
          <Button icon={EyeOff} onClick={() => actionOf('assume')?.run(workspace)}>
            {t('Add without my name')}
          </Button>
        )}
        {canEdit && place === 'box' && (
          <Button icon={Plus} onClick={() => addNew(definition)}>
            {t('Add: {kind}', { kind: t(name.one) })}
          </Button>
        )}
      </header>
      {place === 'link' && <Relate only={definition} />}
      {objects.length === 0 ? (
        <p className={outline.nothing}>{t('None on the board yet.')}</p>
      ) : (
        // A wide table scrolls by itself, with the keyboard too.
        <div
          className={styles.scroll}
          role="region"
          aria-label={t('{kinds}, table', { kinds: t(name.many) })}
          tabIndex={0}
        >
          <table className={styles.table}>
            <caption className="visually-hidden">
              {t('{kinds} on the board; each name opens everything about it', {
                kinds: t(name.many),
              })}
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  {place === 'link' ? t('Between') : t(fields[title]?.label ?? 'Name')}
                </th>
                {columns.map(({ key, field }) =>
                  field.kind === 'ends' ? (
                    <Fragment key={key}>
                      <th scope="col">{t('One side says')}</th>
                      <th scope="col">{t('The other side says')}</th>
                    </Fragment>
                  ) : (
                    <th key={key} scope="col">
                      {t(field.label)}
                    </th>
                  ),
                )}
                <th scope="col">
                  <span className="visually-hidden">{t('More')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {objects.map((object) => (
                <Row key={object.id} object={object} columns={columns} list={objects} span={span} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
