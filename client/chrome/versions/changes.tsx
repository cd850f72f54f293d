import { useState } from 'react'
import type { BoardObject } from '../../../shared/board/object.ts'
import type {
  Comparison,
  FieldChange,
  ObjectChange,
} from '../../../shared/compare/compare-boards.ts'
import type { BoardContent } from '../../../shared/compare/content.ts'
import { boxOf } from '../../../shared/geometry.ts'
import { definitionOf } from '../../../shared/objects/index.ts'
import { titleOf } from '../../../shared/objects/title.ts'
import { endsOf } from '../../model/kinds.ts'
import { t, tn } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { wordsOf } from '../inspector/read-value.tsx'
import { jumpTo } from './jump.ts'
import { TrustTable } from './trust-table.tsx'
import styles from './versions.module.css'

interface Told {
  comparison: Comparison
  then: BoardContent
  now: BoardContent
}

/** Everything that is different, as tables and lists; each row leads to its place on the map. */
export function Changes({ comparison, then, now }: Told) {
  const workspace = useWorkspace()
  const [moves, setMoves] = useState(false)
  const { added, removed, changed, facts, trust, comments } = comparison
  const named = (id: string): string => titleOf(now.object(id) ?? then.object(id), t)
  const label = (object: BoardObject): string => {
    const ends = endsOf(object)
    const own = titleOf(object, t)
    return ends.length === 2 && own.startsWith('unnamed ') ? ends.map(named).join(' – ') : own
  }
  const told = changed.filter(({ fields }) => fields.length > 0)
  const moved = changed.filter((change) => change.moved && change.fields.length === 0)
  const isNothing =
    added.length + removed.length + changed.length + facts.length + trust.length === 0 &&
    comments.added + comments.removed === 0
  if (isNothing) return <p>{t('Nothing is different between the two.')}</p>

  const go = (object: BoardObject) => (): void =>
    jumpTo(workspace, [object.id, ...endsOf(object)], boxOf(object.at, object.size))
  const list = (title: string, objects: readonly BoardObject[], kind: 'new' | 'gone' | 'moved') =>
    objects.length > 0 && (
      <div className={styles.part}>
        <h3>
          {title} <span className={styles.count}>{objects.length}</span>
        </h3>
        <ul aria-label={title} className={styles.things} data-kind={kind}>
          {objects.map((object) => (
            <li key={object.id}>
              <Jump object={object} name={label(object)} onClick={go(object)} />
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <>
      <p className={styles.sum} role="status">
        {[
          tn(added.length, '1 added', '{n} added'),
          tn(removed.length, '1 removed', '{n} removed'),
          tn(told.length, '1 changed', '{n} changed'),
          tn(trust.length, 'trust differs on 1 tie', 'trust differs on {n} ties'),
        ].join(' · ')}
      </p>
      {trust.length > 0 && <TrustTable ties={trust} named={named} />}
      {facts.length > 0 && (
        <div className={styles.part}>
          <h3>{t('About the board')}</h3>
          <ul className={styles.facts}>
            {facts.map(({ key, was, is }) => (
              <li key={key}>
                {
                  {
                    title: t('Title'),
                    purpose: t('Purpose'),
                    marking: t('Marking'),
                  }[key]
                }
                <Values was={was} is={is} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {told.length > 0 && (
        <ChangedTable changed={told} label={label} then={then} now={now} go={go} named={named} />
      )}
      {list(t('Added'), added, 'new')}
      {list(t('Removed'), removed, 'gone')}
      {moved.length > 0 && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={moves}
          onClick={() => setMoves(!moves)}
        >
          {tn(moved.length, '1 only moved', '{n} only moved')}
        </button>
      )}
      {moves &&
        list(
          t('Moved'),
          moved.map(({ is }) => is),
          'moved',
        )}
      {comments.added + comments.removed > 0 && (
        <p className={styles.quiet}>{t('Comments: {added} new, {removed} gone.', comments)}</p>
      )}
    </>
  )
}

/** An object's name, as a way to it. */
function Jump({
  object: { type },
  name,
  onClick,
}: {
  object: BoardObject
  name: string
  onClick(): void
}) {
  return (
    <button type="button" className={styles.jump} onClick={onClick}>
      <span>{name}</span>
      <span className={styles.type}>{t(definitionOf(type)?.name.one ?? 'Something else')}</span>
    </button>
  )
}

/** A value then and now, for reading and for listening. */
function Values({ was, is }: { was: string; is: string }) {
  const nothing = t('nothing')
  return (
    <span className={styles.values}>
      <del>{was || nothing}</del>
      <span aria-hidden>→</span>
      <ins>{is || nothing}</ins>
    </span>
  )
}

function ChangedTable({
  changed,
  label,
  then,
  now,
  go,
  named,
}: {
  changed: readonly ObjectChange[]
  label(object: BoardObject): string
  then: BoardContent
  now: BoardContent
  go(object: BoardObject): () => void
  named(id: string): string
}) {
  const says = ({ field }: FieldChange, raw: unknown, content: BoardContent): string =>
    field && !field.hidden
      ? wordsOf(field, raw, (id) => {
          const other = content.object(id)
          return other ? titleOf(other, t) : ''
        })
      : ''
  const title = t('Changed')
  return (
    <div className={styles.part}>
      <h3>
        {title} <span className={styles.count}>{changed.length}</span>
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('What')}</th>
            <th scope="col">{t('Then and now')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ is: object, fields }) => (
            <tr key={object.id}>
              <th scope="row">
                <Jump object={object} name={label(object)} onClick={go(object)} />
              </th>
              <td>
                <ul className={styles.facts}>
                  {fields.map((change) => {
                    const { field, key, end } = change
                    const side = end && object.fields[end]
                    const by = typeof side === 'string' ? named(side) : undefined
                    const name = field && !field.hidden ? t(field.label) : t('Other details')
                    return (
                      <li key={`${key} ${end ?? ''}`}>
                        {by === undefined
                          ? name
                          : t('{field}, says {name}', { field: name, name: by })}
                        {field && !field.hidden && (
                          <Values
                            was={says(change, change.was, then)}
                            is={says(change, change.is, now)}
                          />
                        )}
                      </li>
                    )
                  })}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
