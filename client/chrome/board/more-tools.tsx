import { Shapes } from 'lucide-react'
import { keyOfTool } from '../../actions/keys-of-tools.ts'
import { keyLabel } from '../../actions/keys.ts'
import { actionOf } from '../../actions/list.ts'
import { tools } from '../../tools/list.ts'
import { t } from '../../words/t.ts'
import { iconOf } from '../look/icons.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { useWorkspace } from './context.ts'
import { isMac } from './is-mac.ts'

const addImage = actionOf('add-image')
const groups = ['partnership', 'drawing'] as const

/** The tools that are needed now and then, behind one button at the end of the rail; it shows the one in use. */
export function MoreTools({ active }: { active: string }) {
  const workspace = useWorkspace()
  const { ui } = workspace
  const chosen = tools.find((tool) => tool.id === active && tool.group !== undefined)
  const entries = groups
    .map((group) => tools.filter((tool) => tool.group === group))
    .filter((list) => list.length > 0)
    .flatMap((list, i): MenuEntry[] => [
      ...(i > 0 ? [{ kind: 'line' as const }] : []),
      ...list.map((tool) => ({
        kind: 'command' as const,
        label: t(tool.label),
        icon: iconOf(tool.icon),
        keys: keyOfTool(tool)?.toUpperCase(),
        run: () => ui.setState({ tool: tool.id }),
      })),
      ...(list.some(({ group }) => group === 'drawing') && addImage
        ? [
            {
              kind: 'command' as const,
              label: t(addImage.label),
              icon: iconOf(addImage.icon),
              keys: addImage.keys[0] && keyLabel(addImage.keys[0], isMac),
              run: () => addImage.run(workspace),
            },
          ]
        : []),
    ])
  if (entries.length === 0) return null
  return (
    <Menu
      align="center"
      side="right"
      trigger={
        <IconButton
          icon={chosen ? iconOf(chosen.icon) : Shapes}
          label={chosen ? t(chosen.label) : t('More to place')}
          pressed={chosen !== undefined}
          side="right"
          tabIndex={chosen ? 0 : -1}
        />
      }
      entries={entries}
    />
  )
}
