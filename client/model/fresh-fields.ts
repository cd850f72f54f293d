import type { ObjectDefinition } from '../../shared/objects/define.ts'
import type { Workspace } from './workspace.ts'

/** What fields of a new object of a kind begin with when this person makes it. */
export function freshFields(
  { board, me }: Workspace,
  { fresh }: ObjectDefinition,
): Readonly<Record<string, unknown>> {
  const own = me.role === 'partner' ? board.object(me.organisation ?? '')?.id : undefined
  return fresh?.(board.objects(), own) ?? {}
}
