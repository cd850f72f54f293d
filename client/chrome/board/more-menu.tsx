import {
  CircleHelp,
  Ellipsis,
  FileDown,
  FileUp,
  History,
  Keyboard,
  LayoutTemplate,
  Play,
  Presentation,
} from 'lucide-react'
import { useStore } from 'zustand'
import { can } from '../../../shared/access.ts'
import { keyLabel } from '../../actions/keys.ts'
import { actionOf } from '../../actions/list.ts'
import { t } from '../../words/t.ts'
import { iconOf } from '../look/icons.ts'
import { chooseLanguage, languageNow, languages } from '../look/language.ts'
import { chooseTheme, themeChoices, themeStore } from '../look/theme.ts'
import { themeIcon, themeName } from '../look/theme-switch.tsx'
import { showView } from '../router.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { useCanEdit, useWorkspace } from './context.ts'
import { isMac } from './is-mac.ts'
import { useSaveCopy } from './use-save-copy.ts'

/** What is needed now and then. */
export function MoreMenu() {
  const workspace = useWorkspace()
  const { ui, me } = workspace
  const canEdit = useCanEdit()
  const theme = useStore(themeStore, (state) => state.choice)
  const saveCopy = useSaveCopy()

  const command = (id: string): MenuEntry[] => {
    const action = actionOf(id)
    if (!action) return []
    const [keys] = action.keys
    return [
      {
        kind: 'command',
        label: t(action.label),
        icon: iconOf(action.icon),
        keys: keys === undefined ? undefined : keyLabel(keys, isMac),
        run: () => action.run(workspace),
      },
    ]
  }
  const entries: MenuEntry[] = [
    ...(canEdit ? [...command('undo'), ...command('redo'), { kind: 'line' as const }] : []),
    ...(can(me.role, 'import') && canEdit
      ? [
          {
            kind: 'command' as const,
            icon: FileUp,
            label: t('Import…'),
            run: () => ui.setState({ dialog: 'import' }),
          },
        ]
      : []),
    {
      kind: 'command',
      icon: History,
      label: t('Versions'),
      about: t('Save the board as it is, compare, bring it back'),
      run: () => ui.setState({ panel: 'versions' }),
    },
    { kind: 'command', icon: FileDown, label: t('Save a copy'), run: saveCopy },
    {
      kind: 'command',
      icon: LayoutTemplate,
      label: t('Save as a template…'),
      run: () => ui.setState({ dialog: 'template' }),
    },
    ...(actionOf('present')?.can(workspace) === true
      ? [
          {
            kind: 'command' as const,
            icon: Play,
            label: t('Present the frames'),
            run: () => ui.setState({ dialog: 'present' }),
          },
        ]
      : []),
    {
      kind: 'command',
      icon: Presentation,
      label: t('Big screen view'),
      run: () => showView('presenter'),
    },
    {
      kind: 'command',
      icon: CircleHelp,
      label: t('Help'),
      about: t('What is in front of you, and how a workshop is run'),
      keys: 'F1',
      run: () => ui.setState({ dialog: 'guide' }),
    },
    {
      kind: 'command',
      icon: Keyboard,
      label: t('Keyboard shortcuts'),
      keys: '?',
      run: () => ui.setState({ dialog: 'help' }),
    },
    { kind: 'line' },
    {
      kind: 'choice',
      label: t('Colours'),
      value: theme,
      options: themeChoices.map((value) => {
        const Icon = themeIcon(value)
        return {
          value,
          label: themeName(value),
          before: <Icon size={18} strokeWidth={1.75} aria-hidden />,
        }
      }),
      choose: (value) => {
        const choice = themeChoices.find((known) => known === value)
        if (choice) chooseTheme(choice)
      },
    },
    {
      kind: 'choice',
      label: t('Language'),
      value: languageNow(),
      options: languages.map(({ id, name }) => ({ value: id, label: name })),
      choose: (value) => {
        const language = languages.find(({ id }) => id === value)
        if (language && language.id !== languageNow()) chooseLanguage(language.id)
      },
    },
  ]
  return <Menu trigger={<IconButton icon={Ellipsis} label={t('More')} />} entries={entries} />
}
