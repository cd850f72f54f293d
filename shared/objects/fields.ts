import { asRecord } from '../record.ts'
/** What every field has: how it is called on screen, and a line of help where the label is not enough. */
interface Common {
  label: string
  help?: string
  /** the heading under which it stands with others, folded away until wanted */
  section?: string
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
  /** on a side of a tie: key of the list of that side's organisation whose items it usually is */
  from?: string
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
  /** what each step means, in the order of `steps`, shown where it is chosen */
  meanings?: readonly string[]
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

/** Whole degrees clockwise, 0–359; absent is 0. */
export interface AngleField extends Common {
  kind: 'angle'
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

/** The ids of other objects of these `types`, none twice. */
export interface ReferencesField extends Common {
  kind: 'references'
  types: readonly string[]
}

/** How much of the whole each object of `types` has, in per cent: a nested Y.Map, id → 0–100; they need not total 100 yet. */
export interface SharesField extends Common {
  kind: 'shares'
  types: readonly string[]
}

/** Which organisations have signed what, and on which day: a nested Y.Map, id → `{on, of}`, or the day alone in older boards; each signs for itself. */
export interface SignaturesField extends Common {
  kind: 'signatures'
  types: readonly string[]
  /** key of the list field that is signed */
  of: string
  /** key of the references field that says who should sign; nobody named there: everyone on the board */
  parties: string
}

/** The two ends of a relationship: for each side its own fields, a nested Y.Map, so that both sides write at once. */
export interface EndsField<F extends Record<string, Field> = Record<string, Field>> extends Common {
  kind: 'ends'
  fields: F
}

/** A field of an object type, told apart by `kind`. */
export type Field =
  | TextField
  | LineField
  | ChoiceField
  | ScaleField
  | ListField
  | DateField
  | FlagField
  | AngleField
  | ReferenceField
  | ReferencesField
  | SharesField
  | SignaturesField
  | EndsField

/** A holder's part of the whole, in per cent. */
export interface Share {
  readonly id: string
  readonly share: number
}

/** An organisation's signature, its day, and the lines that were signed; a signature of an older board doesn't know these. */
export interface Signature {
  readonly id: string
  readonly on: string
  readonly of?: readonly string[]
}

/** What a reader gets for a field. */
export type FieldValue<F extends Field> = F extends TextField | LineField
  ? string
  : F extends ChoiceField<infer V>
    ? V
    : F extends ScaleField
      ? number | undefined
      : F extends ListField | ReferencesField
        ? readonly string[]
        : F extends SharesField
          ? readonly Share[]
          : F extends SignaturesField
            ? readonly Signature[]
            : F extends DateField | ReferenceField
              ? string | undefined
              : F extends FlagField
                ? boolean
                : F extends AngleField
                  ? number
                  : F extends EndsField<infer E>
                    ? { readonly from: EndValues<E>; readonly to: EndValues<E> }
                    : never

type EndValues<E extends Record<string, Field>> = { readonly [K in keyof E]: FieldValue<E[K]> }

const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

// However far round a foreign client says that it is.
const degrees = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0
  return ((Math.round(value % 360) % 360) + 360) % 360
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0

const shares = (raw: unknown): Share[] =>
  Object.entries(asRecord(raw))
    .sort(byId)
    .flatMap(([id, share]) =>
      typeof share === 'number' && share > 0 && share <= 100 ? [{ id, share }] : [],
    )

const signatures = (raw: unknown): Signature[] =>
  Object.entries(asRecord(raw))
    .sort(byId)
    .flatMap(([id, said]): Signature[] => {
      if (isDay(said)) return [{ id, on: said }]
      const { on, of } = asRecord(said)
      return isDay(on) ? [{ id, on, ...(Array.isArray(of) && { of: list(of) }) }] : []
    })

/** The kinds of fields whose value is a nested Y.Map by object id, so that several people write into it at once. */
export const isKeyed = (field: Field | undefined): field is SharesField | SignaturesField =>
  field?.kind === 'shares' || field?.kind === 'signatures'

/** The ids of the objects to which a raw value of `field` refers. */
export function idsIn(field: Field, raw: unknown): readonly string[] {
  const value = readField(field, raw)
  if (field.kind === 'reference') return typeof value === 'string' ? [value] : []
  if (field.kind === 'references') return value as readonly string[]
  return isKeyed(field) ? (value as readonly { id: string }[]).map(({ id }) => id) : []
}

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
      return isDay(raw) ? raw : undefined
    case 'flag':
      return raw === true
    case 'angle':
      return degrees(raw)
    case 'reference':
      return typeof raw === 'string' ? raw : undefined
    case 'references':
      return [...new Set(list(raw))]
    case 'shares':
      return shares(raw)
    case 'signatures':
      return signatures(raw)
    case 'ends': {
      const ends = asRecord(raw)
      return {
        from: readFields(field.fields, asRecord(ends['from'])),
        to: readFields(field.fields, asRecord(ends['to'])),
      }
    }
  }
}

/** Reads each field of `fields` out of raw values. */
export function readFields(
  fields: Record<string, Field>,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const key in fields) {
    const field = fields[key]
    if (field) values[key] = readField(field, raw[key])
  }
  return values
}
