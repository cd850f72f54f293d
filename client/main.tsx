import './session/begin.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { assert } from '../shared/assert.ts'
import { App, prepareApp } from './chrome/app.tsx'
import './chrome/look/fonts.css'
import './chrome/look/base.css'
import { startLanguage } from './chrome/look/language.ts'
import { startTheme } from './chrome/look/theme.ts'
import { keepShell } from './shell/keep-shell.ts'

const root = document.getElementById('root')
assert(root, 'the page has a place for the app')
prepareApp()
startTheme()
keepShell()
// Not awaited at the top: a module that waits can't share its chunk, and the first load grows by 9 KB.
void startLanguage().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
