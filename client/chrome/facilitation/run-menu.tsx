import {
  ChartBar,
  CirclePause,
  CirclePlay,
  Clock,
  Crosshair,
  DoorClosed,
  Lock,
  LockOpen,
  MousePointerClick,
  Presentation,
  Settings2,
  Users,
  UserRoundX,
} from 'lucide-react'
import { t, tn } from '../../words/t.ts'
import { useUi, useWorkspace } from '../board/context.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { useCommand, useRun } from './use-session.ts'

/** What a facilitator needs now and then while a session runs. */
export function RunMenu() {
  const { ui } = useWorkspace()
  const run = useRun()
  const command = useCommand()
  const selection = useUi((state) => state.selection)
  const ids = [...selection]
  const [first] = ids
  const allLocked = ids.length > 0 && ids.every((id) => run.locks.includes(id))
  const entries: MenuEntry[] = [
    {
      kind: 'command',
      icon: Users,
      label: t('Bring everyone to me'),
      about: t('They see the part of the map that you see'),
      run: () => {
        const { camera } = ui.getState()
        void command({
          type: 'gather',
          view: [camera.centre[0], camera.centre[1], camera.scale],
        })
      },
    },
    {
      kind: 'command',
      icon: Crosshair,
      label: run.spotlight ? t('Take the spotlight away') : t('Spotlight the selection'),
      disabled: run.spotlight === null && ids.length !== 1,
      run: () =>
        void command({ type: 'spotlight', object: run.spotlight ? null : (first ?? null) }),
    },
    {
      kind: 'command',
      icon: allLocked ? LockOpen : Lock,
      label: allLocked
        ? tn(ids.length, 'Unlock the selection', 'Unlock the {n} selected')
        : tn(Math.max(1, ids.length), 'Lock the selection', 'Lock the {n} selected'),
      disabled: ids.length === 0,
      run: () => void command({ type: 'lock', ids, on: !allLocked }),
    },
    {
      kind: 'command',
      icon: Presentation,
      label: t('Open the big screen'),
      about: t('A window for the room that follows you, without controls'),
      run: () => window.open(`${location.pathname}?view=presenter`, '_blank', 'noopener'),
    },
    { kind: 'line' },
    {
      kind: 'command',
      icon: run.paused ? CirclePlay : CirclePause,
      label: run.paused ? t('Let everyone edit again') : t('Pause editing for everyone'),
      run: () => void command({ type: 'pause', on: !run.paused }),
    },
    {
      kind: 'command',
      icon: MousePointerClick,
      label: run.hideCursors ? t('Show cursors') : t('Hide cursors'),
      run: () => void command({ type: 'hide-cursors', on: !run.hideCursors }),
    },
    {
      kind: 'command',
      icon: UserRoundX,
      label: run.hideNames ? t('Show names on the map') : t('Hide names on the map'),
      run: () => void command({ type: 'hide-names', on: !run.hideNames }),
    },
    {
      kind: 'command',
      icon: ChartBar,
      label: t('Results of questions'),
      disabled: !run.rounds.some(({ results }) => results !== null),
      run: () => ui.setState({ dialog: 'results' }),
    },
    {
      kind: 'command',
      icon: Clock,
      label: t('Time spent'),
      run: () => ui.setState({ dialog: 'time' }),
    },
    { kind: 'line' },
    {
      kind: 'command',
      icon: DoorClosed,
      label: t('End the session'),
      about: t('Nobody can edit until you open it again'),
      run: () => void command({ type: 'end' }),
    },
  ]
  return (
    <Menu
      trigger={<IconButton icon={Settings2} label={t('Run the session')} />}
      entries={entries}
    />
  )
}
