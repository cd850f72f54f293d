import { lasting } from '../../session/storage.ts'
import { speak } from '../../words/t.ts'

/** The languages that Rapport speaks, each by its own name. */
export const languages = [
  { id: 'en', name: 'English' },
  { id: 'cy', name: 'Cymraeg' },
] as const
/** The code of a language that Rapport speaks: `en` or `cy`. */
export type Language = (typeof languages)[number]['id']

const KEY = 'rapport.language'

/** The language of this browser: the one chosen, else the first of the browser's own that Rapport speaks, else English. */
export function languageNow(): Language {
  const wished = [lasting.read(KEY), ...navigator.languages]
  for (const wish of wished) {
    const known = languages.find(({ id }) => typeof wish === 'string' && wish.split('-')[0] === id)
    if (known) return known.id
  }
  return 'en'
}

/** Speaks this browser's language; settles when its words are there. Without them (no connection) the page stays English. */
export async function startLanguage(): Promise<void> {
  if (languageNow() !== 'cy') return
  try {
    const { cy } = await import('../../words/cy/cy.ts')
    speak(cy)
    document.documentElement.lang = 'cy'
  } catch (error) {
    // A chunk that can't be fetched is a TypeError in every browser.
    if (!(error instanceof TypeError)) throw error
  }
}

/** Chooses a language for this browser and shows the page in it: by a reload, which nothing on a board is lost by. */
export function chooseLanguage(language: Language): void {
  lasting.write(KEY, language)
  location.reload()
}
