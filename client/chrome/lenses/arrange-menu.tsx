import { Waypoints } from 'lucide-react'
import { layOutActions } from '../../actions/lay-out-actions.ts'
import { t } from '../../words/t.ts'
import { useBoard, useCanEdit, useWorkspace } from '../board/context.ts'
import { focusMap } from '../board/focus-map.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import styles from './lenses.module.css'

/** The layouts that the map can be given, where there is something to lay out. */
export function ArrangeMenu() {
  const workspace = useWorkspace()
  const canEdit = useCanEdit()
  const possible = useBoard(() =>
    layOutActions
      .filter((action) => action.can(workspace))
      .map(({ id }) => id)
      .join(' '),
  ).split(' ')
  if (!canEdit || possible[0] === '') return null
  return (
    <Menu
      align="start"
      trigger={
        <Button icon={Waypoints} className={styles.button ?? ''}>
          {t('Arrange')}
        </Button>
      }
      entries={layOutActions
        .filter(({ id }) => possible.includes(id))
        .map((action) => ({
          kind: 'command' as const,
          label: t(action.label),
          run: () => {
            focusMap()
            action.run(workspace)
          },
        }))}
    />
  )
}
