import { useId } from 'react'
import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import { readField, type ChoiceField } from '../../../shared/objects/fields.ts'
import { t } from '../../words/t.ts'
import { useUi, useWorkspace } from '../board/context.ts'
import { useKeysToMap } from '../ui/keys-to-map.ts'
import { OptionPicture } from './option-picture.tsx'
import styles from './tool-options.module.css'

/** How the next object of a kind will look: chosen beside its tool, and kept for the one after it. */
export function ToolOptions({ definition }: { definition: ObjectDefinition }) {
  const { ui } = useWorkspace()
  const keysToMap = useKeysToMap()
  const chosen = useUi(({ presets }) => presets[definition.type]) ?? {}
  const choose = (key: string, value: unknown): void => {
    const { presets } = ui.getState()
    ui.setState({
      presets: { ...presets, [definition.type]: { ...presets[definition.type], [key]: value } },
    })
  }
  const pictures = definition.place !== 'link'

  return (
    <div
      role="group"
      aria-label={t('{tool} options', { tool: t(definition.name.one) })}
      className={styles.panel}
      {...keysToMap}
    >
      {(definition.presets ?? []).map((key) => {
        const field = definition.fields[key]
        if (field?.kind === 'choice') {
          return (
            <Choice
              key={key}
              field={field}
              value={String(readField(field, chosen[key]))}
              onChange={(value) => choose(key, value)}
              pictured={pictures ? { definition, key, values: chosen } : undefined}
            />
          )
        }
        if (field?.kind !== 'flag') return null
        return (
          <label key={key} className={styles.flag}>
            <input
              type="checkbox"
              checked={chosen[key] === true}
              onChange={(event) => choose(key, event.target.checked)}
            />
            {t(field.label)}
          </label>
        )
      })}
    </div>
  )
}

function Choice({
  field,
  value,
  onChange,
  pictured,
}: {
  field: ChoiceField
  value: string
  onChange(value: string): void
  /** whose look each option is to show, and in which field; absent: the options are words */
  pictured:
    | {
        definition: ObjectDefinition
        key: string
        values: Readonly<Record<string, unknown>>
      }
    | undefined
}) {
  const name = useId()
  const { board } = useWorkspace()
  return (
    <div role="radiogroup" aria-label={t(field.label)} className={styles.set}>
      {field.options.map((option) => (
        <label
          key={option.value}
          className={styles.option}
          data-tip={pictured ? t(option.label) : undefined}
          data-tip-side="right"
        >
          <input
            type="radio"
            name={name}
            aria-label={t(option.label)}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {pictured ? (
            <OptionPicture
              definition={pictured.definition}
              values={{ ...pictured.values, [pictured.key]: option.value }}
              board={board}
            />
          ) : (
            t(option.label)
          )}
        </label>
      ))}
    </div>
  )
}
