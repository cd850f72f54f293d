import { useId } from 'react'
import { unreachable } from '../../../shared/assert.ts'
import { setKeyed } from '../../../shared/board/commands.ts'
import type { BoardObject } from '../../../shared/board/object.ts'
import { limits } from '../../../shared/limits.ts'
import { tokens } from '../../../shared/look/palette.ts'
import { readField, type Field as FieldKind, type Share } from '../../../shared/objects/fields.ts'
import { definitionOf } from '../../../shared/objects/index.ts'
import { standingsOf } from '../../../shared/objects/signers.ts'
import { USER } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import { useCanChange, useWorkspace } from '../board/context.ts'
import { Field, Group, inputLook } from '../ui/field.tsx'
import { Segmented, type Option } from '../ui/segmented.tsx'
import styles from './inspector.module.css'
import { NumberField } from './number-field.tsx'
import { ListControl } from './list-control.tsx'
import { LiveText } from './live-text.tsx'
import { rawAt, writeAt, type FieldPath } from './path.ts'
import { ReadValue } from './read-value.tsx'
import { ReferencesControl } from './references-control.tsx'
import { ReferenceControl } from './reference-control.tsx'
import { ScaleControl } from './scale-control.tsx'
import { SharesControl } from './shares-control.tsx'
import { SignaturesControl } from './signatures-control.tsx'
import { Swatches } from './swatches.tsx'

const isToken = (value: string): boolean => tokens.some((token) => token === value)

/** The control of one field, as its kind says; changes are this person's edits. A line offers what it is `usually` filled with. */
export function FieldControl({
  object,
  path,
  field,
  usually = [],
}: {
  object: BoardObject
  path: FieldPath
  field: FieldKind
  usually?: readonly string[]
}) {
  const offered = useId()
  const { doc } = useWorkspace()
  const canEdit = useCanChange(object)
  const value = readField(field, rawAt(object, path))
  const write = (next: unknown): void => writeAt(doc, object.id, path, next)
  const label = t(field.label)
  const help = field.help === undefined ? undefined : t(field.help)
  const string = typeof value === 'string' ? value : ''
  const refusalOf = (option: { value: string }): string | undefined =>
    path.length === 1
      ? definitionOf(object.type)?.refuses?.(object, path[0], option.value)
      : undefined

  if (!canEdit) {
    return <ReadValue object={object} path={path} field={field} empty={t('Nothing yet')} />
  }
  switch (field.kind) {
    case 'text':
      return (
        <Field label={label} help={help}>
          {(control) => (
            <LiveText id={object.id} path={path} multiline={field.multiline} control={control} />
          )}
        </Field>
      )
    case 'line':
      return (
        <Field label={label} help={help}>
          {(control) => (
            <>
              <input
                {...control}
                className={inputLook}
                value={string}
                maxLength={limits.line}
                list={usually.length > 0 ? offered : undefined}
                onChange={(event) => write(event.target.value)}
              />
              {usually.length > 0 && (
                <datalist id={offered}>
                  {usually.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </datalist>
              )}
            </>
          )}
        </Field>
      )
    case 'choice': {
      if (field.options.some((option) => isToken(option.value))) {
        return (
          <Group label={label} help={help}>
            <Swatches options={field.options} value={string} onChange={write} />
          </Group>
        )
      }
      const options = field.options.map((option): Option<string> => ({
        value: option.value,
        label: t(option.label),
        disabled: option.value !== string && refusalOf(option) !== undefined,
        help: option.help === undefined ? undefined : t(option.help),
      }))
      const refused = field.options.filter(({ value: one }) => one !== string).map(refusalOf)
      const reasons = [...new Set(refused.flatMap((reason) => reason ?? []))]
      const chosen = options.find((option) => option.value === string)
      return (
        <Group label={label} help={chosen?.help ?? help}>
          <Segmented options={options} value={string} onChange={write} wrap />
          {reasons.map((reason) => (
            <p key={reason} className={styles.quiet}>
              {t(reason)}
            </p>
          ))}
        </Group>
      )
    }
    case 'scale':
      return (
        <ScaleControl
          label={label}
          help={help}
          field={field}
          value={typeof value === 'number' ? value : undefined}
          onChange={write}
        />
      )
    case 'list':
      return (
        <Field label={label} help={help}>
          {(control) => (
            <ListControl control={control} items={value as readonly string[]} onChange={write} />
          )}
        </Field>
      )
    case 'date':
      return (
        <Field label={label} help={help}>
          {(control) => (
            <input
              {...control}
              className={inputLook}
              type="date"
              value={string}
              onChange={(event) => write(event.target.value || undefined)}
            />
          )}
        </Field>
      )
    case 'angle':
      return (
        <NumberField
          label={label}
          help={help}
          value={value as number}
          step={15}
          onDone={(angle) => write(readField(field, angle) || undefined)}
        />
      )
    case 'flag':
      return (
        <label className={styles.flag}>
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => write(event.target.checked || undefined)}
          />
          <span>
            {label}
            {help && <small className={styles.quiet}>{help}</small>}
          </span>
        </label>
      )
    case 'reference':
      return (
        <ReferenceControl
          label={label}
          help={help}
          types={field.types}
          value={string}
          onChange={write}
        />
      )
    case 'references':
      return (
        <ReferencesControl
          label={label}
          help={help}
          types={field.types}
          values={value as readonly string[]}
          onChange={write}
        />
      )
    case 'shares':
      return (
        <SharesControl
          label={label}
          help={help}
          types={field.types}
          shares={value as readonly Share[]}
          onChange={(id, share) => setKeyed(doc, object.id, path[0], id, share, USER)}
        />
      )
    case 'signatures':
      return (
        <SignaturesControl
          label={label}
          help={help}
          field={field}
          object={object}
          signatures={standingsOf(field, path[0], object)}
          onSign={(id, signed) => setKeyed(doc, object.id, path[0], id, signed, USER)}
        />
      )
    case 'ends':
      return null
    default:
      return unreachable(field)
  }
}
