import { EyeOff, Plus } from 'lucide-react'
import type { ObjectDefinition } from '../../../shared/objects/define.ts'
import { definitions } from '../../../shared/objects/index.ts'
import { actionOf } from '../../actions/list.ts'
import { isHeldType } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useCanEdit, useWorkspace } from '../board/context.ts'
import { iconOf } from '../look/icons.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import { useHands } from './context.ts'
import { add } from './edit.ts'

const placed = definitions.filter(({ place }) => place === 'box')

/** Adds a new object and opens it for typing. */
export function useAdd(): (definition: ObjectDefinition, frame?: string) => void {
  const workspace = useWorkspace()
  const { announce, goTo } = useHands()
  return (definition, frame) => {
    const id = add(workspace, definition, frame)
    if (id === undefined) return
    goTo(id, 'field')
    workspace.ui.setState({ selection: new Set([id]), hover: null })
    announce(t('{kind} added', { kind: t(definition.name.one) }))
  }
}

/** A button that adds an object of any kind that can be placed, into `frame` if one is named. */
export function AddMenu({ label, name, frame }: { label: string; name?: string; frame?: string }) {
  const workspace = useWorkspace()
  const canEdit = useCanEdit()
  const addNew = useAdd()
  if (!canEdit) return null
  const [image, nameless] = [actionOf('add-image'), actionOf('assume')]
  return (
    <Menu
      align="start"
      trigger={
        <Button icon={Plus} look={frame === undefined ? 'plain' : 'quiet'} aria-label={name}>
          {label}
        </Button>
      }
      entries={[
        ...placed
          .filter(({ type }) => frame === undefined || isHeldType(type))
          .map((definition) => ({
            kind: 'command' as const,
            icon: iconOf(definition.icon),
            label: t(definition.name.one),
            run: () => addNew(definition, frame),
          })),
        ...(frame === undefined && nameless
          ? [
              {
                kind: 'command' as const,
                icon: EyeOff,
                label: t(nameless.label),
                run: () => nameless.run(workspace),
              },
            ]
          : []),
        ...(frame === undefined && image?.can(workspace)
          ? [
              {
                kind: 'command' as const,
                icon: iconOf(image.icon),
                label: t(image.label),
                run: () => image.run(workspace),
              },
            ]
          : []),
      ]}
    />
  )
}
