import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { adviceOn } from '../../../shared/measures/advice.ts'
import { definitionOf } from '../../../shared/objects/index.ts'
import { today } from '../../words/dates.ts'
import { t } from '../../words/t.ts'
import { TalkedAbout } from '../facilitation/talked-about.tsx'
import { told } from '../flags/told.ts'
import { FieldControl } from './field-control.tsx'
import { PressureGauge } from './gauge.tsx'
import styles from './inspector.module.css'
import { Relationship } from './relationship.tsx'
import { SizeAndPlace } from './size-and-place.tsx'
import { useObject } from './use-object.ts'

/** Everything about one object that can be read or changed, as its definition says. */
export function ObjectFields({ id }: { id: string }) {
  const object = useObject(id)
  const [now] = useState(today)
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
  // How far it is turned stands with its size and place.
  const shown = Object.entries(definition.fields).filter(
    ([, field]) => !field.hidden && field.kind !== 'angle',
  )
  const advice = adviceOn(object, now)
  const control = ([key, field]: (typeof shown)[number]) => {
    const said = advice.filter((one) => one.field === key)
    const own = <FieldControl key={key} object={object} path={[key]} field={field} />
    if (said.length === 0) return own
    return (
      <div key={key} className={styles.advised}>
        {own}
        {said.map((one) => (
          <p key={one.says} className={styles.advice} role="note">
            <TriangleAlert size={16} strokeWidth={2} aria-hidden />
            {told(one)}
          </p>
        ))}
      </div>
    )
  }
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
      {definition.place !== 'link' && <SizeAndPlace object={object} />}
      {object.type === 'organisation' && <PressureGauge object={object} />}
      {object.type === 'issue' && <TalkedAbout object={object} />}
    </>
  )
}
