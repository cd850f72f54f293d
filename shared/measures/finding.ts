import type { BoardObject } from '../board/object.ts'
import { readAs } from '../objects/define.ts'
import { titleOf } from '../objects/title.ts'
import type { Saying } from '../text/saying.ts'
import type { MapSource } from './source.ts'

/** One thing that was found: a line in plain words, and the objects that it is about, the one to go to first. */
export interface Finding extends Saying {
  ids: readonly string[]
}

type Of<D extends { fields: Parameters<typeof readAs>[0]['fields'] }> = ReturnType<
  typeof readAs<D['fields']>
>

/** Every object of a type as its definition reads it. */
export const each = <D extends { type?: string; fields: Parameters<typeof readAs>[0]['fields'] }>(
  definition: D,
  type: string,
  { all }: MapSource,
): Of<D>[] =>
  all.filter((object) => object.type === type).map((object) => readAs(definition, object))

/** A finding for each object: its title alone. */
export const simple = ({ say }: MapSource, objects: readonly BoardObject[]): Finding[] =>
  objects.map((object) => ({
    says: '{what}',
    values: { what: titleOf(object, say) },
    ids: [object.id],
  }))

/** The title of what an id stands for, where there is one. */
export const nameAt = (source: MapSource, id: string | undefined): string =>
  id === undefined ? source.say('somebody not named') : titleOf(source.object(id), source.say)
