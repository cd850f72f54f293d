import {
  ChartBar,
  CircleHelp,
  Ellipsis,
  FileDown,
  FileUp,
  History,
  Keyboard,
  LayoutTemplate,
  Play,
  Presentation,
  type LucideIcon,
} from 'lucide-react'
import { useStore } from 'zustand'
import { actionOf } from '../../actions/list.ts'
import { t } from '../../words/t.ts'
import { useRun } from '../facilitation/use-session.ts'
import { iconOf } from '../look/icons.ts'
import { chooseLanguage, languageNow, languages } from '../look/language.ts'
import { chooseTheme, themeChoices, themeStore } from '../look/theme.ts'
import { themeIcon, themeName } from '../look/theme-switch.tsx'
import { showView } from '../router.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/layer.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { actionEntry } from './action-entry.ts'
import { useCanEdit, useWorkspace } from './context.ts'
import { useSaveCopy } from './use-save-copy.ts'

/** What is needed now and then. */
export function MoreMenu() {
  const workspace = useWorkspace()
  const canEdit = useCanEdit()
  const theme = useStore(themeStore, (state) => state.choice)
  const saveCopy = useSaveCopy()
  const { rounds } = useRun()

  const command = (id: string, icon?: LucideIcon, about?: string): MenuEntry[] =>
    actionEntry(workspace, id, icon ?? iconOf(actionOf(id)?.icon), about)
  const possible: typeof command = (id, ...look) =>
    actionOf(id)?.can(workspace) === true ? command(id, ...look) : []
  const entries: MenuEntry[] = [
    ...(canEdit ? [...command('undo'), ...command('redo'), { kind: 'line' as const }] : []),
    ...possible('import', FileUp),
    ...command('versions', History, t('Save the board as it is, compare, bring it back')),
    ...(rounds.some(({ results }) => results !== null)
      ? [
          {
            kind: 'command' as const,
            icon: ChartBar,
            label: t('Results of questions'),
            run: () => workspace.ui.setState({ dialog: 'results' }),
          },
        ]
      : []),
    { kind: 'command', icon: FileDown, label: t('Save a copy'), run: saveCopy },
    ...command('template', LayoutTemplate),
    ...possible('present', Play),
    {
      kind: 'command',
      icon: Presentation,
      label: t('Big screen view'),
      run: () => showView('presenter'),
    },
    ...command('guide', CircleHelp, t('What is in front of you, and how a workshop is run')),
    ...command('shortcuts', Keyboard),
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
