/** What every field has: how it is called on screen, and a line of help where the label is not enough. */
interface Common {
  label: string
  help?: string
  /** kept out of inspector, outline and registers */
  hidden?: boolean
}

/** Text that several people type into at once: Y.Text in the document, a string to readers. */
export interface TextField extends Common {
  kind: 'text'
  multiline: boolean
}

/** One line, written whole: the last writer wins. */
export interface LineField extends Common {
  kind: 'line'
}

/** One of a few values. */
export interface ChoiceField<V extends string = string> extends Common {
  kind: 'choice'
  options: readonly { value: V; label: string; help?: string }[]
  default: V
}

/** A step on a scale of whole numbers; undefined until somebody answers. */
export interface ScaleField extends Common {
  kind: 'scale'
  /** the words for each step, from `min` upward */
  steps: readonly string[]
  min: number
}

/** Several lines, each an item. */
export interface ListField extends Common {
  kind: 'list'
}

/** A calendar day, `YYYY-MM-DD`; undefined until set. */
export interface DateField extends Common {
  kind: 'date'
}

/** Yes or no; absent is no. */
export interface FlagField extends Common {
  kind: 'flag'
}

/** The id of another object of one of `types`; undefined when not set. Drawings that depend on it are redrawn with it. */
export interface ReferenceField extends Common {
  kind: 'reference'
  types: readonly string[]
}

/** The two ends of a relationship: for each side its own fields, a nested Y.Map, so that both sides write at once. */
export interface EndsField<F extends Record<string, Field> = Record<string, Field>> extends Common {
  kind: 'ends'
  fields: F
}

export type Field =
  | TextField
  | LineField
  | ChoiceField
  | ScaleField
  | ListField
  | DateField
  | FlagField
  | ReferenceField
  | EndsField

/** What a reader gets for a field. */
export type FieldValue<F extends Field> = F extends TextField | LineField
  ? string
  : F extends ChoiceField<infer V>
    ? V
    : F extends ScaleField
      ? number | undefined
      : F extends ListField
        ? readonly string[]
        : F extends DateField | ReferenceField
          ? string | undefined
          : F extends FlagField
            ? boolean
            : F extends EndsField<infer E>
              ? { readonly from: EndValues<E>; readonly to: EndValues<E> }
              : never

type EndValues<E extends Record<string, Field>> = { readonly [K in keyof E]: FieldValue<E[K]> }

const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

/** Reads a raw document value as `field` says; nonsense becomes the field's default, nothing throws. */
export function readField(field: Field, raw: unknown): unknown {
  switch (field.kind) {
    case 'text':
    case 'line':
      return typeof raw === 'string' ? raw : ''
    case 'choice':
      return field.options.some((o) => o.value === raw) ? raw : field.default
    case 'scale':
      return typeof raw === 'number' &&
        Number.isInteger(raw) &&
        raw >= field.min &&
        raw < field.min + field.steps.length
        ? raw
        : undefined
    case 'list':
      return list(raw)
    case 'date':
      return typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined
    case 'flag':
      return raw === true
    case 'reference':
      return typeof raw === 'string' ? raw : undefined
    case 'ends': {
      const ends = record(raw)
      return {
        from: readFields(field.fields, record(ends['from'])),
        to: readFields(field.fields, record(ends['to'])),
      }
    }
  }
}

/** Reads each field of `fields` out of raw values. */
export function readFields(
  fields: Record<string, Field>,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, readField(field, raw[key])]),
  )
}
