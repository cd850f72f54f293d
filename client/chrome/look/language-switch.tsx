import { chooseLanguage, languageNow, languages } from './language.ts'
import { Button } from '../ui/button.tsx'

/** One button that shows the page in the other language, and says so in it. */
export function LanguageSwitch() {
  const other = languages.find(({ id }) => id !== languageNow()) ?? languages[0]
  return (
    <Button look="quiet" onClick={() => chooseLanguage(other.id)}>
      <span lang={other.id}>{other.name}</span>
    </Button>
  )
}
