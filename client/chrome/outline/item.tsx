import { ChevronRight, Lock, Square, SquareCheck } from 'lucide-react'
import { createElement, useId } from 'react'
import type { BoardObject } from '../../../shared/board/object.ts'
import { markOf } from '../../../shared/objects/mark.ts'
import { definitionOf } from '../../../shared/objects/index.ts'
import { isLocked, titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoard, useUi } from '../board/context.ts'
import { ObjectFields } from '../inspector/object-fields.tsx'
import { iconOf } from '../look/icons.ts'
import { Initials } from '../look/initials.tsx'
import { ItemMenu } from './item-menu.tsx'
import styles from './outline.module.css'
import { Talk } from './talk.tsx'
import { useExpanded, type Expanded } from './use-expanded.ts'

/** The button with an object's name, which shows and hides its fields; while several are picked, the box that picks it. */
export function NameButton({
  object,
  place: { open, picked, toggle, name },
  controls,
  kind = true,
}: {
  object: BoardObject
  place: Expanded
  controls: string
  /** whether the kind is told; not where the table says it */
  kind?: boolean
}) {
  const definition = definitionOf(object.type)
  const title = useBoard((board) => titleOf(object, board))
  const locked = useUi(({ locks }) => locks.has(object.id)) || isLocked(object)
  const does =
    picked === undefined
      ? { 'aria-expanded': open, 'aria-controls': open ? controls : undefined }
      : { role: 'checkbox', 'aria-checked': picked }
  return (
    <button
      ref={name}
      type="button"
      className={styles.name}
      data-name={object.id}
      onClick={toggle}
      {...does}
    >
      {createElement(picked === undefined ? ChevronRight : picked ? SquareCheck : Square, {
        size: picked === undefined ? 18 : 20,
        strokeWidth: 1.75,
        'aria-hidden': true,
        className: styles.chevron,
      })}
      {object.type === 'organisation' ? (
        <Initials {...markOf(object)} />
      ) : (
        createElement(iconOf(definition?.icon), {
          size: 18,
          strokeWidth: 1.75,
          'aria-hidden': true,
        })
      )}
      <span className={title ? styles.title : styles.untitled}>
        {title || (definition?.untyped ? t('Not described yet') : t('Nothing written yet'))}
      </span>
      {kind && (
        <small className={styles.kind}>{t(definition?.name.one ?? 'Something newer')}</small>
      )}
      {locked && (
        <>
          <Lock size={16} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">{t('locked')}</span>
        </>
      )}
    </button>
  )
}

/** One object of a list: its name, what can be done with it, and when open everything about it. */
export function Item({ object, list }: { object: BoardObject; list: readonly BoardObject[] }) {
  const id = useId()
  const place = useExpanded(object.id)
  const { open, picked, fields } = place
  return (
    <li className={styles.item} data-open={open} data-picked={picked}>
      <div className={styles.row}>
        <NameButton object={object} place={place} controls={id} />
        <ItemMenu object={object} list={list} />
      </div>
      {open && (
        <div id={id} ref={fields} className={styles.fields}>
          <ObjectFields id={object.id} />
          <Talk object={object} />
        </div>
      )}
    </li>
  )
}
