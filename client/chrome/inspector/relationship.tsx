import type { BoardObject } from '../../../shared/board/object.ts'
import { dimensions, type End } from '../../../shared/board/readings.ts'
import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import { readField, type Field } from '../../../shared/objects/fields.ts'
import { t } from '../../words/t.ts'
import { useBoard, useBoardList, useCanChange, useMe } from '../board/context.ts'
import { organisationById, type OrganisationFace } from '../board/organisations.ts'
import { Initials } from '../look/initials.tsx'
import { FieldControl } from './field-control.tsx'
import { GapSentence } from './gap-sentence.tsx'
import type { FieldPath } from './path.ts'
import { ReadValue } from './read-value.tsx'
import styles from './relationship.module.css'
import { TrustAnswer, TrustNote, useTrust } from './trust.tsx'

const ends = ['from', 'to'] as const

const dimensionWords = () => ({
  reliability: { label: t('Reliability'), help: t('They do what they say they will.') },
  purpose: { label: t('Shared purpose'), help: t('They want the same for people here.') },
  openness: { label: t('Openness'), help: t('They tell us what we need to know.') },
})

/** A relationship with both its sides beside each other; a person answers for their own organisation alone. */
export function Relationship({
  object,
  definition,
}: {
  object: BoardObject
  definition: ObjectDefinition
}) {
  const me = useMe()
  const canEdit = useCanChange(object)
  const faces = {
    from: useBoard((board) => organisationById(board, asId(object.fields['from']))),
    to: useBoard((board) => organisationById(board, asId(object.fields['to']))),
  }
  const trust = { from: useTrust(object.id, 'from'), to: useTrust(object.id, 'to') }
  const owns = (end: End): boolean =>
    canEdit && me.organisation !== null && object.fields[end] === me.organisation
  const words = dimensionWords()
  const sides = definition.fields['ends']
  const others = Object.entries(definition.fields).filter(
    ([, field]) => field.kind !== 'ends' && field.kind !== 'reference' && !field.hidden,
  )
  return (
    <>
      <div className={styles.sides}>
        {ends.map((end) => (
          <SideHead key={end} face={faces[end]} own={owns(end)} />
        ))}
      </div>
      <section className={styles.section} aria-label={t('Trust')}>
        <h3 className={styles.heading}>{t('How far each trusts the other')}</h3>
        {dimensions.map((dimension) => (
          <div key={dimension} className={styles.dimension}>
            <h4 className={styles.label}>
              {words[dimension].label} <span>{words[dimension].help}</span>
            </h4>
            <div className={styles.sides}>
              {ends.map((end) => (
                <TrustAnswer
                  key={end}
                  name={t('{dimension}, as {organisation} sees it', {
                    dimension: words[dimension].label,
                    organisation: nameOf(faces[end]),
                  })}
                  answer={trust[end].reading?.[dimension]}
                  onChange={
                    owns(end) ? (answer) => trust[end].answer(dimension, answer) : undefined
                  }
                />
              ))}
            </div>
          </div>
        ))}
        <p className={styles.scale}>
          {t('1 not at all · 2 a small amount · 3 a fair amount · 4 a great deal · ? don’t know')}
        </p>
        <div className={styles.sides}>
          {ends.map((end) => (
            <TrustNote
              key={end}
              name={t('Why, as {organisation} sees it', { organisation: nameOf(faces[end]) })}
              note={trust[end].reading?.note ?? ''}
              onChange={owns(end) ? trust[end].setNote : undefined}
            />
          ))}
        </div>
        <GapSentence
          from={{ name: nameOf(faces.from), reading: trust.from.reading }}
          to={{ name: nameOf(faces.to), reading: trust.to.reading }}
        />
      </section>
      {sides?.kind === 'ends' && (
        <section className={styles.section} aria-label={t('What each side says of it')}>
          <h3 className={styles.heading}>{t('What each side says of it')}</h3>
          <div className={styles.sides}>
            {ends.map((end) => (
              <div key={end} className={styles.side} role="group" aria-label={nameOf(faces[end])}>
                {Object.entries(sides.fields)
                  .filter(([, field]) => !field.hidden)
                  .map(([key, field]) => {
                    const path = ['ends', end, key] as const
                    return owns(end) ? (
                      <OwnField key={key} object={object} path={path} field={field} />
                    ) : (
                      <ReadValue
                        key={key}
                        object={object}
                        path={path}
                        field={field}
                        empty={t('not answered')}
                      />
                    )
                  })}
              </div>
            ))}
          </div>
        </section>
      )}
      <section className={styles.section} aria-label={t('The relationship itself')}>
        <h3 className={styles.heading}>{t('The relationship itself')}</h3>
        {others.map(([key, field]) => (
          <FieldControl key={key} object={object} path={[key]} field={field} />
        ))}
      </section>
    </>
  )
}

const asId = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A field of one's own side. What one's organisation has listed is offered: named the same on every tie, it is counted together. */
function OwnField({ object, path, field }: { object: BoardObject; path: FieldPath; field: Field }) {
  const me = useMe()
  const from = field.kind === 'line' ? field.from : undefined
  const usually = useBoardList((board) => {
    const own = board.object(me.organisation ?? '')
    if (from === undefined || !own) return []
    const listed = readField({ kind: 'list', label: '' }, own.fields[from]) as readonly string[]
    return [...new Set(listed.map((item) => item.trim()).filter(Boolean))]
  })
  return <FieldControl object={object} path={path} field={field} usually={usually} />
}

const nameOf = (face: OrganisationFace | undefined): string =>
  face?.name ?? t('An organisation that is gone')

function SideHead({ face, own }: { face: OrganisationFace | undefined; own: boolean }) {
  return (
    <div className={styles.head}>
      {face && <Initials initials={face.initials} token={face.token} />}
      <div>
        <h3>{nameOf(face)}</h3>
        <small>{own ? t('Your side') : t('Their side')}</small>
      </div>
    </div>
  )
}
