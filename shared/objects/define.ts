import type { BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem, TextPlace } from '../draw/items.ts'
import type { Box, Point, Size } from '../geometry.ts'
import { readFields, type Field, type FieldValue } from './fields.ts'

/** The fields of an object type by their key in the document, in the order in which people read them. */
export type Fields = Record<string, Field>

/** The values of `F`, each valid: a reader puts the default where the document has nothing or nonsense. */
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: FieldValue<F[K]> }

/** An object with its fields read by its definition. */
export interface ReadObject<F extends Fields> extends BoardObject {
  readonly values: ValuesOf<F>
}

interface Facts<F extends Fields, Key extends string> {
  /** value of `type` in the document; never changes */
  type: string
  /** in the singular and plural, sentence case, as on screen */
  name: { one: string; many: string }
  /** one line of help shown at the first use of its tool */
  help: string
  /** name of its lucide icon, kebab-case */
  icon: string
  /** single key that chooses its tool, if it has one */
  key?: string
  /** `box`: click or drag out; `link`: from one object to another; `none`: made by other means */
  place: 'box' | 'link' | 'none'
  /** size when placed with a click; ignored for links */
  size: Size
  /** true: it lies beneath everything, and what lies on it belongs to it (`frame`) and moves with it */
  carries?: true
  /** which edges a person may drag */
  resize: 'both' | 'width' | 'none'
  /** lines may run behind it: it lies on other things, or is mostly holes */
  passable?: true
  /** its title is for those who don't see it: nobody types it on the map */
  untyped?: true
  /** a resize keeps its proportions unless Shift is held */
  keepsAspect?: true
  /** the field whose value names an object in lists, papers and to a screen reader */
  title: Key
  fields: F
  /** where its tool is offered beside the rail; absent: on the rail itself */
  group?: 'partnership' | 'drawing'
  /** the choices and flags offered beside its tool, for the next one that is placed */
  presets?: readonly Key[]
  /** for links: there may be several between the same two objects, each with its own direction */
  several?: true
  /** types of which its drawing may show all, beyond those that its fields name: it is drawn anew as one of them comes, changes or goes */
  lists?: readonly string[]
  /** the columns of this type's register table in papers and spreadsheets; absent: it has none */
  register?: readonly Key[]
  /** columns of its register in spreadsheets alone, after those of `register`: a page has no room for them */
  sheet?: readonly Key[]
}

interface Behaviour<O> {
  /** the draw list: relative to `at` for boxes, world coordinates for links; must not throw on any value */
  draw(object: O, context: DrawContext): DrawItem[]
  /** the same from so far off that words can't be told from one another; absent: all that is drawn from close by */
  drawFar?(object: O, context: DrawContext): DrawItem[]
  /**
   * Values for fields of a new object that depend on what the board has already (a colour that few others have) or on who makes it:
   * `own` is the organisation that a partner speaks for; absent for a facilitator, who writes for everyone.
   */
  fresh?(others: Iterable<BoardObject>, own?: string): Readonly<Record<string, unknown>>
  /** where and how the text of `field` stands, for typing in place; absent or undefined: found from the draw list */
  typing?(object: O, field: string, context: DrawContext): TextPlace | undefined
  /** the world box around the drawing where that is not `at` and `size`; for links undefined while an end is gone (the link is then hidden, not deleted) */
  bounds?(object: O, context: DrawContext): Box | undefined
  /** where a link's drawing begins and ends, for one whose ends may be moved to other objects; absent: what it says belongs to the two that it joins */
  ends?(object: O, context: DrawContext): readonly [from: Point, to: Point] | undefined
  /** the world box in which what comes or goes may change the drawing of this object; absent or undefined: nothing there does */
  watches?(object: BoardObject, context: DrawContext): Box | undefined
  /** how tall the object must be for all of its text to show, at its width; absent: it doesn't grow with its text */
  heightFor?(object: O): number
  /** why `field` may not become `value` now, as a sentence for people; undefined: it may */
  refuses?(object: O, field: string, value: unknown): string | undefined
  /** whether a world point touches the drawing, within `tolerance` world units; absent: anywhere in its box */
  touches?(object: O, context: DrawContext, point: Point, tolerance: number): boolean
}

/** Everything that Rapport knows about one type of object. */
export interface ObjectDefinition<F extends Fields = Fields>
  extends Facts<F, string>, Behaviour<BoardObject> {}

// An object is asked for its bounds, drawing and more, each of which reads its fields; moved, it is another with the same fields.
const known = new WeakMap<Fields, WeakMap<BoardObject['fields'], unknown>>()

function valuesOf<F extends Fields>(fields: F, raw: BoardObject['fields']): ValuesOf<F> {
  let read = known.get(fields)
  if (!read) known.set(fields, (read = new WeakMap()))
  const before = read.get(raw) as ValuesOf<F> | undefined
  if (before) return before
  const values = readFields(fields, raw) as ValuesOf<F>
  read.set(raw, values)
  return values
}

/** The object with its fields read as `definition` says. */
export const readAs = <F extends Fields>(
  definition: { fields: F },
  object: BoardObject,
): ReadObject<F> => ({ ...object, values: valuesOf(definition.fields, object.fields) })

/** Declares an object type; its behaviour is written against its typed values and callable with any object. */
export function defineObject<const F extends Fields>(
  definition: Facts<F, keyof F & string> & Behaviour<ReadObject<F>>,
): ObjectDefinition<F> {
  const {
    draw,
    drawFar,
    fresh,
    typing,
    bounds,
    ends,
    watches,
    heightFor,
    refuses,
    touches,
    ...facts
  } = definition
  return {
    ...facts,
    draw: (object, context) => draw(readAs(facts, object), context),
    ...(drawFar && { drawFar: (object, context) => drawFar(readAs(facts, object), context) }),
    ...(fresh && { fresh }),
    ...(typing && {
      typing: (object, field, context) => typing(readAs(facts, object), field, context),
    }),
    ...(bounds && { bounds: (object, context) => bounds(readAs(facts, object), context) }),
    ...(ends && { ends: (object, context) => ends(readAs(facts, object), context) }),
    ...(watches && { watches }),
    ...(heightFor && { heightFor: (object) => heightFor(readAs(facts, object)) }),
    ...(refuses && {
      refuses: (object, field, value) => refuses(readAs(facts, object), field, value),
    }),
    ...(touches && {
      touches: (object, context, point, tolerance) =>
        touches(readAs(facts, object), context, point, tolerance),
    }),
  }
}
