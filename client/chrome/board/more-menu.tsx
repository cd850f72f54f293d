import { Ellipsis, FileDown, FileUp, Keyboard, Redo2, Undo2 } from 'lucide-react'
import { useStore } from 'zustand'
import { can } from '../../../shared/access.ts'
import { t } from '../../words/t.ts'
import { chooseTheme, themeChoices, themeStore } from '../look/theme.ts'
import { themeIcon, themeName } from '../look/theme-switch.tsx'
import { IconButton } from '../ui/button.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/menu.tsx'
import { useWorkspace } from './context.ts'
import { useSaveCopy } from './use-save-copy.ts'

/** What is needed now and then. */
export function MoreMenu() {
  const { ui, undo, me } = useWorkspace()
  const choice = useStore(themeStore, (state) => state.choice)
  const saveCopy = useSaveCopy()
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t('More')} />}>
      {can(me.role, 'edit') && (
        <>
          <MenuItem icon={Undo2} label={t('Undo')} onSelect={() => undo.undo()} />
          <MenuItem icon={Redo2} label={t('Redo')} onSelect={() => undo.redo()} />
          <MenuLine />
        </>
      )}
      {can(me.role, 'import') && (
        <MenuItem
          icon={FileUp}
          label={t('Import…')}
          onSelect={() => ui.setState({ dialog: 'import' })}
        />
      )}
      <MenuItem icon={FileDown} label={t('Save a copy')} onSelect={saveCopy} />
      <MenuItem
        icon={Keyboard}
        label={t('Keyboard shortcuts')}
        keys="?"
        onSelect={() => ui.setState({ dialog: 'help' })}
      />
      <MenuLine />
      <MenuChoice
        label={t('Colours')}
        value={choice}
        options={themeChoices.map((value) => {
          const Icon = themeIcon(value)
          return {
            value,
            label: themeName(value),
            before: <Icon size={18} strokeWidth={1.75} aria-hidden />,
          }
        })}
        onChange={chooseTheme}
      />
    </Menu>
  )
}
