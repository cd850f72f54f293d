import { useId, type ReactNode } from 'react'
import type { BoardObject } from '../../../shared/board/object.ts'
import { definitions, definitionOf } from '../../../shared/objects/index.ts'
import { isContainer, isHeldType, isLink, titleOf } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useBoard, useBoardList } from '../board/context.ts'
import { ObjectFields } from '../inspector/object-fields.tsx'
import { AddMenu } from './add-menu.tsx'
import { byOrder, framesOf } from './edit.ts'
import { ItemMenu } from './item-menu.tsx'
import { Item, NameButton } from './item.tsx'
import styles from './outline.module.css'
import { Relate } from './relate.tsx'
import { Talk } from './talk.tsx'
import { useExpanded } from './use-expanded.ts'

function List({ objects, labelledBy }: { objects: readonly BoardObject[]; labelledBy: string }) {
  if (objects.length === 0) return null
  return (
    <ul className={styles.list} aria-labelledby={labelledBy}>
      {objects.map((object) => (
        <Item key={object.id} object={object} list={objects} />
      ))}
    </ul>
  )
}

function Group({
  title,
  objects,
  before,
}: {
  title: string
  objects: readonly BoardObject[]
  before?: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>{title}</h3>
        <span className={styles.count}>{objects.length}</span>
      </header>
      {before}
      <List objects={objects} labelledBy={id} />
    </section>
  )
}

/** A frame, whose name opens what is said of it, and what lies in it. */
function FrameGroup({ frame, list }: { frame: BoardObject; list: readonly BoardObject[] }) {
  const id = useId()
  const place = useExpanded(frame.id)
  const { open, fields } = place
  const title = useBoard((board) => titleOf(frame, board)) || t('Unnamed frame')
  const inside = useBoardList((board) =>
    [...board.objects()]
      .filter((object) => object.frame === frame.id && isHeldType(object.type))
      .sort(byOrder),
  )
  return (
    <section className={styles.group} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id} className={styles.frame}>
          <NameButton object={frame} place={place} controls={`${id}-fields`} />
        </h3>
        <AddMenu label={t('Add')} name={t('Add to {frame}', { frame: title })} frame={frame.id} />
        <ItemMenu object={frame} list={list} />
      </header>
      {open && (
        <div id={`${id}-fields`} ref={fields} className={styles.fields}>
          <ObjectFields id={frame.id} />
          <Talk object={frame} />
        </div>
      )}
      <List objects={inside} labelledBy={id} />
    </section>
  )
}

/** Everything on the board, frame by frame; then what lies in none, and the ties. */
export function ByFrame() {
  const frames = useBoardList((board) => framesOf(board.objects()))
  const loose = useBoardList((board) =>
    [...board.objects()]
      .filter((object) => !isLink(object) && !isContainer(object))
      .filter(({ frame }) => frame === undefined || !board.object(frame))
      .sort(byOrder),
  )
  const ties = useBoardList((board) => [...board.objects()].filter(isLink).sort(byOrder))
  return (
    <>
      {frames.map((frame) => (
        <FrameGroup key={frame.id} frame={frame} list={frames} />
      ))}
      {(loose.length > 0 || frames.length === 0) && (
        <Group title={frames.length === 0 ? t('On the map') : t('In no frame')} objects={loose} />
      )}
      <Group title={t('Ties')} objects={ties} before={<Relate />} />
    </>
  )
}

function KindGroup({ type }: { type: string }) {
  const objects = useBoardList((board) =>
    [...board.objects()].filter((object) => object.type === type).sort(byOrder),
  )
  const definition = definitionOf(type)
  if (objects.length === 0) return null
  return <Group title={t(definition?.name.many ?? 'Something newer')} objects={objects} />
}

/** Everything on the board, kind by kind. */
export function ByKind() {
  const unknown = useBoardList((board) => [
    ...new Set([...board.objects()].map(({ type }) => type).filter((type) => !definitionOf(type))),
  ])
  return (
    <>
      {[...definitions.map(({ type }) => type), ...unknown].map((type) => (
        <KindGroup key={type} type={type} />
      ))}
    </>
  )
}
