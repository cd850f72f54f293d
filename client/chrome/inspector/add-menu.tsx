import { Plus } from 'lucide-react'
import type { BoardObject } from '../../../shared/board/object.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'

/** A button that adds one of the objects that are not in a list yet; nothing when all of them are. */
export function AddMenu({
  label,
  offered,
  name,
  onAdd,
}: {
  label: string
  offered: readonly BoardObject[]
  name(object: BoardObject): string
  onAdd(id: string): void
}) {
  if (offered.length === 0) return null
  return (
    <div>
      <Menu
        align="start"
        trigger={<Button icon={Plus}>{label}</Button>}
        entries={offered.map((object) => ({
          kind: 'command' as const,
          label: name(object),
          run: () => onAdd(object.id),
        }))}
      />
    </div>
  )
}
