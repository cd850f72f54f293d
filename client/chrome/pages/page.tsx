import { useEffect, type MouseEvent, type ReactNode } from 'react'
import { LanguageSwitch } from '../look/language-switch.tsx'
import { Mark } from '../look/mark.tsx'
import { ThemeSwitch } from '../look/theme-switch.tsx'
import { go, startPath } from '../router.ts'
import styles from './page.module.css'

const home = (event: MouseEvent): void => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  go(startPath())
}

/** The frame of every page that is not a board: the brand, the theme, and one main landmark. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = title === 'Rapport' ? title : `${title} · Rapport`
  }, [title])
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a className={styles.brand} href={startPath()} onClick={home}>
          <Mark />
          Rapport
        </a>
        <div className={styles.choices}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main>{children}</main>
    </div>
  )
}
