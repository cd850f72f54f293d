import { definitionOf } from '../../../shared/objects/index.ts'
import { t } from '../../words/t.ts'
import { FieldControl } from './field-control.tsx'
import { PressureGauge } from './gauge.tsx'
import styles from './inspector.module.css'
import { Relationship } from './relationship.tsx'
import { useObject } from './use-object.ts'

/** Everything about one object that can be read or changed, as its definition says. */
export function ObjectFields({ id }: { id: string }) {
  const object = useObject(id)
  if (!object) return null
  const definition = definitionOf(object.type)
  if (!definition) {
    return (
      <p className={styles.quiet}>
        {t('This was made by a newer version of Rapport. It is kept as it is.')}
      </p>
    )
  }
  if (definition.place === 'link' && definition.fields['ends']) {
    return <Relationship object={object} definition={definition} />
  }
  const shown = Object.entries(definition.fields).filter(([, field]) => !field.hidden)
  const control = ([key, field]: (typeof shown)[number]) => (
    <FieldControl key={key} object={object} path={[key]} field={field} />
  )
  const sections = [...new Set(shown.flatMap(([, field]) => field.section ?? []))]
  return (
    <>
      {shown.filter(([, field]) => field.section === undefined).map(control)}
      {sections.map((section) => (
        <details key={section} className={styles.fold}>
          <summary>{t(section)}</summary>
          <div>{shown.filter(([, field]) => field.section === section).map(control)}</div>
        </details>
      ))}
      {object.type === 'organisation' && <PressureGauge object={object} />}
    </>
  )
}
