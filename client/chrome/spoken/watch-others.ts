import * as v from 'valibot'
import type * as Y from 'yjs'
import { parseComment } from '../../../shared/board/comments.ts'
import { rootsOf } from '../../../shared/board/layout.ts'
import { parseReading } from '../../../shared/board/readings.ts'
import { PresenceSchema } from '../../../shared/protocol/presence.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Change, Deed } from './gathered.ts'

const places = new Set(['at', 'size', 'turn', 'order', 'frame'])

/** The Yjs client that wrote last what the event tells of; undefined where only something was taken away. */
function writerOf(event: Y.YEvent<Y.AbstractType<unknown>>): number | undefined {
  for (const key of event.keys.keys()) {
    const item = event.target._map.get(key)
    if (item && !item.deleted) return item.id.client
  }
  for (const item of event.changes.added) return item.id.client
  return undefined
}

/** Tells `onChange` of everything that other participants do to the board's content from now on; returns how to stop. */
export function watchOthers(
  { doc, awareness, me, ui }: Workspace,
  onChange: (change: Change) => void,
): () => void {
  const roots = rootsOf(doc)

  /** The name of who writes as a client; null where nobody can tell, undefined for this person. */
  const nameOf = (client: number | undefined): string | null | undefined => {
    if (client === undefined) return null
    if (client === doc.clientID) return undefined
    const presence = v.safeParse(PresenceSchema, awareness.getStates().get(client))
    const participant = presence.success ? presence.output.participant : undefined
    if (participant?.id === me.id) return undefined
    return ui.getState().hides.names ? null : (participant?.name ?? null)
  }
  const tell = (client: number | undefined, deed: Deed, id: string): void => {
    const who = nameOf(client)
    if (who !== undefined) onChange({ who, deed, id })
  }

  const onObjects = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
    if (local) return
    for (const event of events) {
      if (event.path.length === 0) {
        for (const [id, { action }] of event.keys) {
          const writer = event.target._map.get(id)
          if (action === 'delete') tell(undefined, 'removed', id)
          else tell(writer?.id.client, action === 'add' ? 'added' : 'changed', id)
        }
        continue
      }
      const keys = [...event.keys.keys()]
      const moved = event.path.length === 1 && keys.length > 0 && keys.every((k) => places.has(k))
      tell(writerOf(event), moved ? 'moved' : 'changed', String(event.path[0]))
    }
  }
  const onReadings = (event: Y.YMapEvent<unknown>, { local }: Y.Transaction): void => {
    if (local) return
    for (const [key, { action }] of event.keys) {
      const reading = action === 'delete' ? undefined : parseReading(roots.readings.get(key))
      if (reading) tell(roots.readings._map.get(key)?.id.client, 'answered', reading.relationship)
    }
  }
  const onComments = (event: Y.YMapEvent<unknown>, { local }: Y.Transaction): void => {
    if (local) return
    for (const [key, { action }] of event.keys) {
      const comment = action === 'delete' ? undefined : parseComment(roots.comments.get(key))
      const deed = action === 'add' ? 'commented' : comment?.resolved ? 'resolved' : undefined
      if (comment && deed) tell(roots.comments._map.get(key)?.id.client, deed, comment.object)
    }
  }
  roots.objects.observeDeep(onObjects)
  roots.readings.observe(onReadings)
  roots.comments.observe(onComments)
  return () => {
    roots.objects.unobserveDeep(onObjects)
    roots.readings.unobserve(onReadings)
    roots.comments.unobserve(onComments)
  }
}
