import { assert } from '../assert.ts'
import { action } from './action.ts'
import { agreement } from './agreement.ts'
import { assumption } from './assumption.ts'
import { commitment } from './commitment.ts'
import { connector } from './connector.ts'
import { decision } from './decision.ts'
import type { ObjectDefinition } from './define.ts'
import { drawing } from './drawing.ts'
import { frame } from './frame.ts'
import { image } from './image.ts'
import { issue } from './issue.ts'
import { movement } from './movement.ts'
import { note } from './note.ts'
import { objective } from './objective.ts'
import { obligation } from './obligation.ts'
import { organisation } from './organisation.ts'
import { people } from './people.ts'
import { person } from './person.ts'
import { reach } from './reach.ts'
import { reaction } from './reaction.ts'
import { relationship } from './relationship.ts'
import { risk } from './risk.ts'
import { shape } from './shape.ts'
import { text } from './text.ts'

/** Every object type, in the order of the tool rail. The only registration there is. */
export const definitions: readonly ObjectDefinition[] = [
  organisation,
  relationship,
  note,
  text,
  objective,
  issue,
  commitment,
  frame,
  person,
  people,
  reach,
  risk,
  obligation,
  agreement,
  assumption,
  decision,
  action,
  movement,
  shape,
  drawing,
  image,
  connector,
  reaction,
]

const byType = new Map(definitions.map((d) => [d.type, d]))
assert(byType.size === definitions.length, 'two object types share a name')

/** The definition of a type; undefined for one that this version doesn't know. */
export const definitionOf = (type: string): ObjectDefinition | undefined => byType.get(type)
