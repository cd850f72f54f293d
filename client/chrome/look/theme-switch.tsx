import { Contrast, Monitor, Moon, Sun, type LucideIcon } from 'lucide-react'
import { useStore } from 'zustand'
import { t } from '../../words/t.ts'
import { IconButton } from '../ui/button.tsx'
import { chooseTheme, themeChoices, themeStore, type ThemeChoice } from './theme.ts'

const icons: Record<ThemeChoice, LucideIcon> = {
  system: Monitor,
  light: Sun,
  dark: Moon,
  contrast: Contrast,
}

/** The words for each choice of theme. */
export const themeName = (choice: ThemeChoice): string =>
  ({
    system: t('As this device'),
    light: t('Light'),
    dark: t('Dark'),
    contrast: t('High contrast'),
  })[choice]

/** The icon for each choice of theme. */
export const themeIcon = (choice: ThemeChoice): LucideIcon => icons[choice]

/** One button that goes through the themes; its name says which is on. */
export function ThemeSwitch() {
  const choice = useStore(themeStore, (state) => state.choice)
  const next = themeChoices[(themeChoices.indexOf(choice) + 1) % themeChoices.length] ?? 'system'
  return (
    <IconButton
      icon={icons[choice]}
      label={t('Colours: {name}', { name: themeName(choice) })}
      onClick={() => chooseTheme(next)}
    />
  )
}
