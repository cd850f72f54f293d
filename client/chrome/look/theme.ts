import { createStore } from 'zustand/vanilla'
import { colour, themes, tokens, type Theme } from '../../../shared/look/palette.ts'
import { lasting } from '../../session/storage.ts'

/** What a person chose: a theme, or whatever the system says. */
export const themeChoices = ['system', ...themes] as const
/** One of `themeChoices`. */
export type ThemeChoice = (typeof themeChoices)[number]

const KEY = 'rapport.theme'

const isChoice = (value: unknown): value is ThemeChoice =>
  themeChoices.some((choice) => choice === value)

const stored = lasting.read(KEY)

/** The choice, and the theme that it comes to now. */
export const themeStore = createStore<{ choice: ThemeChoice; theme: Theme }>(() => ({
  choice: isChoice(stored) ? stored : 'system',
  theme: 'light',
}))

const systemTheme = (): Theme => {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast'
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const sheet = new CSSStyleSheet()

function apply(): void {
  const { choice } = themeStore.getState()
  const theme = choice === 'system' ? systemTheme() : choice
  const variables = tokens.map((token) => `--${token}:${colour(token, theme)}`).join(';')
  const scheme = theme === 'dark' ? 'dark' : 'light'
  sheet.replaceSync(`:root{color-scheme:${scheme};${variables}}`)
  document.documentElement.dataset['theme'] = theme
  if (themeStore.getState().theme !== theme) themeStore.setState({ theme })
}

/** Puts the theme's colours on the page and keeps them right when the system's wish changes; call once. */
export function startTheme(): void {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  for (const query of ['(prefers-contrast: more)', '(prefers-color-scheme: dark)']) {
    matchMedia(query).addEventListener('change', apply)
  }
  apply()
}

/** Chooses a theme for this browser, now and for later visits. */
export function chooseTheme(choice: ThemeChoice): void {
  lasting.write(KEY, choice)
  themeStore.setState({ choice })
  apply()
}
