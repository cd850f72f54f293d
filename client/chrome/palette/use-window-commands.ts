import {
  ChartBar,
  Clock,
  FileDown,
  Glasses,
  Languages,
  ListTree,
  Map as MapIcon,
  MessageCircleQuestion,
  Presentation,
  type LucideIcon,
} from 'lucide-react'
import { lensIds } from '../../../shared/measures/lenses.ts'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { t } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { useSaveCopy } from '../board/use-save-copy.ts'
import { useRun } from '../facilitation/use-session.ts'
import { lensWords } from '../lenses/lens-words.ts'
import { chooseLanguage, languageNow, languages } from '../look/language.ts'
import { chooseTheme, themeChoices } from '../look/theme.ts'
import { themeIcon, themeName } from '../look/theme-switch.tsx'
import { showView, useView } from '../router.ts'
import type { Entry } from './entry.ts'

/** What a person can have this window do beside the map's actions: another view, lens, look or language, and what a facilitator asks of the session. */
export function useWindowCommands(): Entry[] {
  const { ui, me } = useWorkspace()
  const view = useView()
  const run = useRun()
  const saveCopy = useSaveCopy()
  const entry = (id: string, icon: LucideIcon, label: string, act: () => void): Entry => ({
    id: `window-${id}`,
    label,
    kind: t('Command'),
    icon,
    keys: undefined,
    run: act,
  })
  const dialog = (id: string, icon: LucideIcon, label: string): Entry =>
    entry(id, icon, label, () => ui.setState({ dialog: id }))
  const asks = me.role === 'facilitator'
  const words = lensWords()
  const lens = (id: (typeof lensIds)[number] | null, name: string): Entry =>
    entry(`lens-${id}`, Glasses, t('Lens: {name}', { name }), () => ui.setState({ lens: id }))

  return [
    view === 'outline'
      ? entry('map', MapIcon, t('Map'), () => showView('map'))
      : entry('outline', ListTree, t('Outline'), () => showView('outline')),
    entry('presenter', Presentation, t('Big screen view'), () => showView('presenter')),
    ...(asks && !roundUnderWay(run)
      ? [dialog('ask', MessageCircleQuestion, t('Ask everyone'))]
      : []),
    ...(run.rounds.some(({ results }) => results !== null)
      ? [dialog('results', ChartBar, t('Results of questions'))]
      : []),
    ...(asks ? [dialog('time', Clock, t('Time spent'))] : []),
    entry('copy', FileDown, t('Save a copy'), saveCopy),
    lens(null, t('Everything')),
    ...lensIds.map((id) => lens(id, words[id].name)),
    ...themeChoices.map((choice) =>
      entry(
        `theme-${choice}`,
        themeIcon(choice),
        t('Colours: {name}', { name: themeName(choice) }),
        () => chooseTheme(choice),
      ),
    ),
    ...languages
      .filter(({ id }) => id !== languageNow())
      .map(({ id, name }) =>
        entry(`language-${id}`, Languages, t('Language: {name}', { name }), () =>
          chooseLanguage(id),
        ),
      ),
  ]
}
